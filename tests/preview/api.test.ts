/** The addresses of the preview: who is answered, with what, and what is kept from others. */
import { describe, expect, it } from "vitest";
import { readRepository } from "../workspace.js";
import {
  bytes,
  eventsOf,
  jsonOf,
  openReader,
  openTestPreview,
  PAGE,
  PORT,
  ROOT,
  settled,
  TOKEN,
  textOf,
} from "./asked.js";

const ISSUE = "api/issues/weekly-x/2021-W18";
const EVENTS = "events?brief=weekly-x&issue=2021-W18";
const FAILED = {
  kind: "failed",
  diagnostics: [{ code: "template-syntax", severity: "error", message: "not valid" }],
  timings: [],
};

describe("who is answered", () => {
  it("whoever has the address", async () => {
    const { preview, get } = await openTestPreview();
    expect(preview.address).toBe(`http://127.0.0.1:${PORT}/${TOKEN}/`);
    expect((await get("api/issues")).status).toBe(200);
  });

  it.each([
    ["another name of this machine", { host: "attacker.example" }, 403],
    ["a page of another origin", { origin: "https://attacker.example" }, 403],
    ["a page of another port", { origin: "http://127.0.0.1:8080" }, 403],
    ["a page that hides its origin", { origin: "null" }, 403],
    ["a picture in another page", { "sec-fetch-site": "cross-site" }, 403],
    ["its own page", { origin: `http://127.0.0.1:${PORT}`, "sec-fetch-site": "same-origin" }, 200],
  ])("of those who say who they are: %s", async (_, headers, status) => {
    const { get } = await openTestPreview();
    expect((await get("api/issues", headers)).status).toBe(status);
  });

  it.each([
    "../api/issues",
    "x/../../etc/passwd",
    "page/..%2f..%2fpackage.json",
    "page/%2e%2e/protocol.js",
    "page/..%5c..%5cpackage.json",
    "page/.hidden",
    "page/%00",
    "page/%zz",
    "made/weekly-x/2021-W18/../../x",
    "nowhere",
  ])("nobody who asks for %s", async (path) => {
    const { get } = await openTestPreview();
    expect((await get(path)).status).toBe(404);
  });

  it("no form of another page, which could be posted without asking", async () => {
    const { request } = await openTestPreview();
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await request("POST", `${ISSUE}/notes/undo`, form)).status).toBe(415);
    expect((await request("DELETE", ISSUE, {})).status).toBe(405);
  });

  it("nobody about an issue or a brief that there cannot be", async () => {
    const { get } = await openTestPreview();
    for (const path of [
      "weekly-x/2021-W99",
      "weekly-x/x",
      "other/2021-W18",
      "__proto__/2021-W18",
    ]) {
      expect((await get(`api/issues/${path}`)).status).toBe(404);
    }
    expect((await get(`${ISSUE}?template=../weekly`)).status).toBe(404);
  });

  it("with headers that let a browser do nothing else with it", async () => {
    const { get } = await openTestPreview();
    const made = await get("made/weekly-x/2021-W18/brief.html");
    expect(made.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(made.headers["content-security-policy"]).not.toContain("script-src");
    for (const { headers } of [made, await get("api/issues"), await get("nowhere")]) {
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["access-control-allow-origin"]).toBeUndefined();
      expect(headers["content-security-policy"]).toBeDefined();
    }
  });
});

describe("the page that is made", () => {
  it("is made when it is first asked for, and printed behind", async () => {
    const { get } = await openTestPreview();
    expect(jsonOf(await get(ISSUE))).toMatchObject({ revision: 1, good: true });
    await settled();
    expect(textOf((await get("made/weekly-x/2021-W18/brief.html?r=1")).body)).toBe("page 1");
    expect(textOf((await get("made/weekly-x/2021-W18/brief.pdf?r=1")).body)).toBe("print 1");
  });

  it("is made anew with every save while somebody watches, who is told each step", async () => {
    const { get, save, stream } = await openTestPreview();
    const reader = await stream(EVENTS);
    expect(eventsOf(reader)).toEqual(["making", "html", "issue", "pdf"]);
    await save("templates/weekly/style.css", "p {}");
    expect(eventsOf(reader).slice(4)).toEqual(["making", "html", "issue", "pdf"]);
    expect(reader.sent.join("")).toContain('"files":["templates/weekly/style.css"]');
    expect(textOf((await get("made/weekly-x/2021-W18/brief.html?r=2")).body)).toBe("page 2");
  });

  it("waits for somebody to look where nobody does", async () => {
    const { asked, get, save, stream } = await openTestPreview();
    const reader = await stream(EVENTS);
    reader.leave();
    await save("templates/weekly/style.css", "p {}");
    expect(asked.filter(({ kind }) => kind === "make")).toHaveLength(1);
    expect(jsonOf(await get(ISSUE))).toMatchObject({ revision: 2 });
  });

  it("stays where the next one fails, and who watches is told so", async () => {
    let fails = false;
    const { get, save, stream } = await openTestPreview({
      make: (_, onTold) => {
        if (fails) return FAILED;
        const files = new Map([["brief.html", bytes("good")]]);
        onTold({ kind: "page", page: { ...PAGE, files } });
        return { kind: "made", print: {}, diagnostics: [], timings: [] };
      },
    });
    const reader = await stream(EVENTS);
    fails = true;
    await save("templates/weekly/brief.hbs", "{{#if");
    expect(reader.sent.at(-1)).toContain("event: failed");
    expect(reader.sent.at(-1)).toContain('"lastGood":1');
    expect(jsonOf(await get(ISSUE))).toMatchObject({
      revision: 1,
      good: false,
      diagnostics: FAILED.diagnostics,
    });
    expect(textOf((await get("made/weekly-x/2021-W18/brief.html")).body)).toBe("good");
    fails = false;
    await save("templates/weekly/brief.hbs", "whole again");
    expect(jsonOf(await get(ISSUE))).toMatchObject({ revision: 2, good: true });
  });

  it("is one for each template and language", async () => {
    const { asked, get } = await openTestPreview();
    await get(ISSUE);
    await get(`${ISSUE}?template=long&language=tr`);
    const looks = asked.flatMap((order) => (order.kind === "make" ? [order.look] : []));
    expect(looks).toEqual([
      { brief: "weekly-x", issue: "2021-W18", template: null, language: null },
      { brief: "weekly-x", issue: "2021-W18", template: "long", language: "tr" },
    ]);
  });

  it("is made with articles read again where articles changed", async () => {
    const { asked, save, stream } = await openTestPreview();
    await stream(EVENTS);
    await save("corpus/articles/new.txt", "News.");
    expect(asked.map(({ kind }) => kind).slice(2)).toEqual(["forget-corpus", "make", "print"]);
  });

  it("of many readers who come and go leaves nothing behind", async () => {
    const { get, save, stream } = await openTestPreview();
    for (let reader = 0; reader < 100; reader += 1) (await stream(EVENTS)).leave();
    const last = openReader();
    const { body } = await get(EVENTS);
    if (typeof body === "function") body(last);
    await save("templates/weekly/style.css", "p {}");
    expect(eventsOf(last).filter((kind) => kind === "html")).toHaveLength(1);
  });
});

describe("the desk's notes", () => {
  const NOTES = "corpus/desk/weekly-x/2021-W18.yaml";
  const pin = (article: string) => ({ kind: "pin", target: { article } });
  const sent = async (
    { get }: Pick<Awaited<ReturnType<typeof openTestPreview>>, "get">,
    ...edits: object[]
  ) => ({
    base: jsonOf(await get(`${ISSUE}/notes`)).sha256,
    edits,
  });

  it("are changed in the file after they were shown, and changed back", async () => {
    const opened = await openTestPreview();
    const { files, get, post, save } = opened;
    await save(NOTES, "# Ours.\npins: []\n");
    const proposed = jsonOf(await post(`${ISSUE}/notes/propose`, await sent(opened, pin("a.txt"))));
    expect(proposed.diff).toEqual([
      { kind: "same", text: "# Ours.", line: 1 },
      { kind: "remove", text: "pins: []", line: 2 },
      { kind: "add", text: "pins:", line: 2 },
      { kind: "add", text: "  - article: a.txt", line: 3 },
    ]);
    expect(textOf(files.get(`${ROOT}/${NOTES}`))).toBe("# Ours.\npins: []\n");
    const applied = await post(`${ISSUE}/notes/apply`, await sent(opened, pin("a.txt")));
    expect(jsonOf(applied).sha256).toBe(jsonOf(await get(`${ISSUE}/notes`)).sha256);
    expect(textOf(files.get(`${ROOT}/${NOTES}`))).toBe(proposed.text);
    await post(`${ISSUE}/notes/undo`, {});
    expect(textOf(files.get(`${ROOT}/${NOTES}`))).toBe("# Ours.\npins: []\n");
    await post(`${ISSUE}/notes/redo`, {});
    expect(textOf(files.get(`${ROOT}/${NOTES}`))).toBe(proposed.text);
    expect((await post(`${ISSUE}/notes/redo`, {})).status).toBe(409);
  });

  it("say what they pin, and not what they only cite", async () => {
    const opened = await openTestPreview();
    const text =
      "bottomLine: [{text: Ours., cites: [s-1]}]\npins: [{statement: s-2}, {article: a.txt}, 3]\n";
    await opened.save(NOTES, text);
    const { pins } = jsonOf(await opened.get(`${ISSUE}/notes`));
    expect(pins).toEqual([{ statement: "s-2" }, { article: "a.txt" }]);
    await opened.save(NOTES, "pins: [a: b: c\n");
    expect(jsonOf(await opened.get(`${ISSUE}/notes`)).pins).toEqual([]);
  });

  it("are made where there are none", async () => {
    const opened = await openTestPreview();
    await opened.post(`${ISSUE}/notes/apply`, await sent(opened, pin("a.txt")));
    expect(textOf(opened.files.get(`${ROOT}/${NOTES}`))).toContain("pins:\n  - article: a.txt\n");
  });

  it("are not written over what somebody else wrote meanwhile", async () => {
    const opened = await openTestPreview();
    const { files, post, save } = opened;
    await save(NOTES, "pins: []\n");
    const old = await sent(opened, pin("a.txt"));
    await save(NOTES, "pins: [] # mine\n");
    const answer = await post(`${ISSUE}/notes/apply`, old);
    expect(answer.status).toBe(409);
    expect(jsonOf(answer).notes.text).toBe("pins: [] # mine\n");
    await post(`${ISSUE}/notes/apply`, await sent(opened, pin("a.txt")));
    await save(NOTES, "pins: [] # again\n");
    expect((await post(`${ISSUE}/notes/undo`, {})).status).toBe(409);
    expect(textOf(files.get(`${ROOT}/${NOTES}`))).toBe("pins: [] # again\n");
  });

  it("of two who write at once take the first", async () => {
    const opened = await openTestPreview();
    const body = await sent(opened, pin("a.txt"));
    const answers = await Promise.all([
      opened.post(`${ISSUE}/notes/apply`, body),
      opened.post(`${ISSUE}/notes/apply`, { ...body, edits: [pin("b.txt")] }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
  });

  it("are not written where they would contradict each other", async () => {
    const fault = { code: "contradictory-pin", severity: "error", message: "both" };
    const opened = await openTestPreview({
      "check-notes": ({ text }) => (text.includes("a.txt") ? [fault] : []),
    });
    const answer = await opened.post(`${ISSUE}/notes/apply`, await sent(opened, pin("a.txt")));
    expect(answer.status).toBe(422);
    expect(jsonOf(answer).diagnostics).toEqual([fault]);
    expect(opened.files.has(`${ROOT}/${NOTES}`)).toBe(false);
  });

  it("with a tab in them are left alone", async () => {
    const opened = await openTestPreview({
      "check-notes": () => [{ code: "yaml-syntax", severity: "error", message: "tabs" }],
    });
    await opened.save(NOTES, "pins:\n\t- a\n");
    const answer = await opened.post(`${ISSUE}/notes/propose`, await sent(opened, pin("a.txt")));
    expect(jsonOf(answer)).toMatchObject({
      text: "pins:\n\t- a\n",
      diagnostics: [{ code: "yaml-syntax" }],
    });
  });

  it("take nothing but edits", async () => {
    const opened = await openTestPreview();
    const wrong = await sent(opened, { kind: "pin", target: { file: "../x" } });
    expect((await opened.post(`${ISSUE}/notes/apply`, wrong)).status).toBe(400);
    expect((await opened.post(`${ISSUE}/notes/erase`, {})).status).toBe(404);
  });

  it("that were changed are told to who watches", async () => {
    const { save, stream } = await openTestPreview();
    const reader = await stream(EVENTS);
    await save(NOTES, "pins: []\n");
    expect(eventsOf(reader)).toContain("notes");
  });
});

describe("a file that a diagnostic names", () => {
  it.each([
    ["briefwright.yaml", 200],
    ["corpus/lexicon/themes.yaml", 200],
    ["templates/weekly/template.yaml", 200],
    ["../secret.txt", 404],
    ["corpus/../../secret.txt", 404],
    ["/etc/passwd", 404],
    ["corpus/.git/config", 404],
    [".env", 404],
    ["out/x.json", 404],
    ["corpus", 404],
    ["", 404],
  ])("is shown where it is of the workspace or a template: %s", async (path, status) => {
    const { files, get } = await openTestPreview();
    files.set("/secret.txt", bytes("secret"));
    files.set(`${ROOT}/.env`, bytes("secret"));
    files.set(`${ROOT}/out/x.json`, bytes("{}"));
    files.set(`${ROOT}/corpus/lexicon/themes.yaml`, bytes("themes: []"));
    files.set(`${ROOT}/templates/weekly/template.yaml`, bytes("name: weekly"));
    expect((await get(`api/file?path=${encodeURIComponent(path)}`)).status).toBe(status);
  });
});

describe("the README", () => {
  const rows = [...readRepository("src/preview/README.md").matchAll(/^\| `(GET|POST) ([^`]+)`/gm)];

  it.each(rows.map(([, method = "", path = ""]) => [method, path] as const))(
    "lists an address that there is: %s %s",
    async (method, path) => {
      const opened = await openTestPreview({
        explain: () => ({}),
        article: () => ({}),
      });
      await opened.get(ISSUE);
      await settled();
      opened.files.set(`${ROOT}/briefwright.yaml`, bytes("briefs: {}\n"));
      const asked = path
        .replace("<brief>", "weekly-x")
        .replace("<issue>", "2021-W18")
        .replace("<name>", "s-1")
        .replace("<id>", "a-1")
        .replace("<path>", "briefwright.yaml")
        .replace(/^\.\//, "");
      const answer = method === "GET" ? await opened.get(asked) : await opened.post(asked, {});
      expect(textOf(typeof answer.body === "function" ? "" : answer.body)).not.toContain(
        "no such address",
      );
    },
  );

  it("leaves none out", () => {
    expect(rows.length).toBeGreaterThan(12);
  });
});
