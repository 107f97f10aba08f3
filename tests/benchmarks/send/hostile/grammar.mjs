/** What somebody may write into a list to reach others or to add to a header: cases by a seed, the same each time. */

/** Where readers are, and where those are who want to get what is not theirs. */
export const HOME = "reader.example";
export const THEM = "attacker.example";

const evil = `evil@${THEM}`;
const LINE_ENDS = [
  "\r\n",
  "\n",
  "\r",
  "\n\r",
  "\r\r\n",
  "\u0085",
  "\u2028",
  "\u2029",
  "\v",
  "\f",
  "\u0000",
  "%0d%0a",
  "=0D=0A",
  "\\r\\n",
  "\uff0d\uff0a",
  "\u560d\u560a",
];
const FIELDS = [
  `Bcc: ${evil}`,
  `Cc: ${evil}`,
  `To: ${evil}`,
  "X-Injected: yes",
  `Reply-To: ${evil}`,
  "Subject: other",
  "Content-Type: text/html",
  "\r\nbody of theirs",
  `RCPT TO:<${evil}>`,
  `.\r\nMAIL FROM:<${evil}>`,
  "DATA",
  " folded: yes",
];
const HIDDEN = [
  "\u202e",
  "\u2066",
  "\u200b",
  "\u200f",
  "\ufeff",
  "\u00ad",
  "\u0007",
  "\u001b[2J",
  "\ud800",
];
const local = ["ada", "ada.l", "a+b", "o'neil"];

/** Ways to write an address. */
const ADDRESSES = [
  (draw) => `ada@${HOME}${draw(LINE_ENDS)}${draw(FIELDS)}`,
  (draw) => `ada${draw(LINE_ENDS)}${draw(FIELDS)}@${HOME}`,
  (draw) => `${draw(HIDDEN)}ada@${HOME}${draw(HIDDEN)}`,
  (draw) =>
    `ada@${HOME}${draw([",", ";", " ", ", ", ">,<", "> <", "\t", " NOTIFY=SUCCESS ORCPT=rfc822;"])}${evil}`,
  (draw) => `"ada${draw(['"', '\\"', "\r\n", "@", '" <', "\\"])}${evil}"@${HOME}`,
  () => `<${evil}>ada@${HOME}`,
  () => `ada@${HOME}>\r\nRCPT TO:<${evil}`,
  (draw) => `@${THEM}${draw([":", ",@relay.example:"])}ada@${HOME}`,
  (draw) => `evil${draw(["%", "!"])}${THEM}@${HOME}`,
  () => `${THEM}!evil@${HOME}`,
  () => `friends: ada@${HOME}, ${evil};`,
  () => `ada@${HOME}(${evil})`,
  () => `Ada <ada@${HOME}>, Evil <${evil}>`,
  () => `=?utf-8?q?ada=40${HOME}=2C?= <${evil}>`,
  () => `=?utf-8?b?${Buffer.from(`x\r\nBcc: ${evil}`).toString("base64")}?=@${HOME}`,
  () => `+AGEAZABh-@${HOME}+AA0ACg-Bcc`,
  (draw) => `${"a".repeat(draw([65, 300, 70_000]))}@${HOME}`,
  (draw) => `ada@${`${"b".repeat(63)}.`.repeat(draw([5, 500]))}example`,
  () => `ada@${HOME}.`,
  () => `ada@${HOME}..`,
  () => `ada@${HOME}@${THEM}`,
  () => `ada@[127.0.0.1]`,
  () => `ada@[IPv6:::1]`,
  () => `ada@127.1`,
  () => `ada@xn--${"a".repeat(200)}.example`,
  () => `ada@reader.example/../${THEM}`,
  () => `ada@reader.example#@${THEM}`,
  () => `ada@reader.example\uff0c${evil}`,
  () => `ada\uff20${HOME}`,
  (draw) =>
    `ada@${draw(["rеader.example", "reаder.example", "reader。example", "ｒｅａｄｅｒ.example"])}`,
  (draw) => `${draw(["ädä", "我", "ада", "a\u0301da"])}@${HOME}`,
  (draw) => `${draw(local)}@${HOME}`,
  (draw) => `${draw(local)}@${HOME}`,
  (draw) => `${draw(local)}@${HOME}`,
];

/** Ways to write a name or a subject. */
const WORDS = [
  (draw) => `Ada${draw(LINE_ENDS)}${draw(FIELDS)}`,
  (draw) => `${draw(LINE_ENDS)}${draw(LINE_ENDS)}${draw(FIELDS)}`,
  (draw) => `Ada${draw(LINE_ENDS)} ${draw(LINE_ENDS)}\t${draw(FIELDS)}`,
  (draw) => `=?utf-8?${draw(["q?Ada=0D=0ABcc:_", "Q?=0A=0D=00", "q?=22=3E,_"])}${evil}?=`,
  () => `=?utf-8?b?${Buffer.from(`Ada\r\nBcc: ${evil}\r\n\r\nbody`).toString("base64")}?=`,
  () => `=?utf-7?q?+AA0ACg-Bcc:_${evil}?=`,
  (draw) =>
    `=?${draw(["utf-8", "iso-2022-jp", "x".repeat(200)])}?b?${"QQ==".repeat(draw([1, 300, 30_000]))}?=`,
  () => "=?utf-8?q?".repeat(5000),
  (draw) => `Ada"${draw([",", ";", ":", " <", '", "'])}${evil}`,
  (draw) => `Ada${draw(["\\", '\\"', '\\\\"', '"\\'])}`,
  () => `Evil <${evil}>, Ada`,
  () => `${evil}, Ada`,
  () => `friends: ${evil};`,
  () => `Ada (${evil}`,
  (draw) => `${draw(HIDDEN)}Ada${draw(HIDDEN)} <${evil}>`,
  (draw) => draw(["é", "م", "👩‍👩‍👧", "a\u0301\u0301", "\ud83d"]).repeat(draw([1, 60, 20_000])),
  (draw) => `${"word ".repeat(draw([20, 5000]))}${draw(FIELDS)}`,
  (draw) => "a".repeat(draw([76, 998, 100_000])),
  () => `\uff1c${evil}\uff1e\uff0c`,
  () => " \t ",
  () => "",
  () => "Ada Reader",
];

/** Each way of an address is taken in turn; which name and subject go with it is drawn. */
export function hostileCases(count, seed) {
  const random = mulberry32(seed);
  const draw = (list) => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, (_, at) => ({
    address: ADDRESSES[at % ADDRESSES.length](draw),
    name: draw(WORDS)(draw),
    subject: draw(WORDS)(draw),
  }));
}

function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** As written, and as it arrives. */
export const ODD_ADDRESSES = [
  ["a@b.co", "a@b.co"],
  ["o'neil@reader.example", "o'neil@reader.example"],
  ["ada+briefs@reader.example", "ada+briefs@reader.example"],
  ["ada.l-o_v@reader.example", "ada.l-o_v@reader.example"],
  ["_@reader.example", "_@reader.example"],
  ["-@reader.example", "-@reader.example"],
  ["1234567890@reader.example", "1234567890@reader.example"],
  ["#ada@reader.example", "#ada@reader.example"],
  ["ada=reader@reader.example", "ada=reader@reader.example"],
  ["{ada}@reader.example", "{ada}@reader.example"],
  ["ada?x&y@reader.example", "ada?x&y@reader.example"],
  ["ada~`^$*/@reader.example", "ada~`^$*/@reader.example"],
  ["Ada.Lovelace@READER.Example", "Ada.Lovelace@reader.example"],
  ["desk@bücher.example", "desk@xn--bcher-kva.example"],
  ["desk@BÜCHER.example", "desk@xn--bcher-kva.example"],
  ["desk@çankaya.example", "desk@xn--ankaya-vua.example"],
  ["desk@пример.example", "desk@xn--e1afmkfd.example"],
  ["desk@مثال.example", "desk@xn--mgbh0fb.example"],
  ["desk@xn--bcher-kva.example", "desk@xn--bcher-kva.example"],
  ["ada@a.b.c.d.e.f.reader.example", "ada@a.b.c.d.e.f.reader.example"],
  ["ada@r-e-a-d-e-r.example", "ada@r-e-a-d-e-r.example"],
  ["ada@1.example", "ada@1.example"],
  [`${"a".repeat(64)}@reader.example`, `${"a".repeat(64)}@reader.example`],
  [`ada@${"b".repeat(63)}.example`, `ada@${"b".repeat(63)}.example`],
];
