/** Text to the direction that its first strong letter gives it (UAX 9, P2 and P3). */
const RIGHT_TO_LEFT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

export function directionOf(text: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.test(text) ? "rtl" : "ltr";
}
