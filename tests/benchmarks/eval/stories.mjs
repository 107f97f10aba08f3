/** Reports of known events to stories: how well they fall together, by B-cubed F1, and how fast. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { scoreBCubed } from "../scorers/b-cubed.mjs";

const ASKED = 0.9;

/** @param folder holds `stories/articles.jsonl.gz`: `{id, story, topic, sentences}` a line */
export async function evaluate(folder, load, { verbose = false } = {}) {
  const file = join(folder, "stories/articles.jsonl.gz");
  if (!existsSync(file)) return [];
  const { readGiven } = await load("inspect/given-articles.js");
  const { findStories } = await load("analysis/stories/find-stories.js");
  const { groupReprints } = await load("analysis/reprints/reprints.js");
  const lines = gunzipSync(readFileSync(file)).toString("utf8").trim().split("\n");
  const reports = lines.map((line) => JSON.parse(line));
  const cluster = async (rows) => {
    const given = rows.map(({ id, sentences }) =>
      JSON.stringify({ id, text: sentences.join(" ") }),
    );
    const articles = await readGiven(given, []);
    const stories = findStories(articles, groupReprints(articles), (id) => id);
    return new Map(stories.flatMap(({ id, articles: own }) => own.map((item) => [item, id])));
  };
  const found = await cluster(reports);
  if (verbose) tellMixed(found, reports);
  const topics = [...new Set(reports.map(({ topic }) => topic))];
  const isOdd = ({ topic }) => topics.indexOf(topic) % 2 === 0;
  const odd = reports.filter(isOdd);
  const even = reports.filter((report) => !isOdd(report));
  const single = await Promise.all(
    topics.map(async (topic) => {
      const own = reports.filter((report) => report.topic === topic);
      return own.length * scoreBCubed(await cluster(own), truthOf(own)).f1;
    }),
  );
  const apart = single.reduce((sum, score) => sum + score, 0) / reports.length;
  return [
    row("all topics", found, reports, ASKED),
    row("all topics given, one half of them scored", found, odd, ""),
    row("all topics given, the other half scored", found, even, ""),
    row("one half of the topics given", await cluster(odd), odd, ""),
    row("the other half of the topics given", await cluster(even), even, ""),
    {
      on: "stories, each topic given by itself: mean B-cubed F1",
      measured: Number(apart.toFixed(3)),
      asked: "",
      detail: `${topics.length} topics`,
    },
  ];
}

function truthOf(reports) {
  return new Map(reports.map(({ id, story }) => [id, story]));
}

function row(on, found, reports, asked) {
  const { precision, recall, f1 } = scoreBCubed(found, truthOf(reports));
  return {
    on: `stories, ${on}: B-cubed F1`,
    measured: Number(f1.toFixed(3)),
    asked,
    detail: `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${reports.length} reports of ${new Set(truthOf(reports).values()).size} events`,
  };
}

function tellMixed(found, reports) {
  const stories = Map.groupBy(reports, ({ id }) => found.get(id));
  for (const [id, members] of stories) {
    const events = Map.groupBy(members, ({ story }) => story);
    const told = [...events].map(([story, own]) => `${story} x ${own.length}`).join(", ");
    if (events.size > 1) console.error(`${id} mixes ${told}`);
  }
  for (const [story, members] of Map.groupBy(reports, (report) => report.story)) {
    const parts = Map.groupBy(members, ({ id }) => found.get(id));
    if (parts.size > 1) {
      console.error(
        `${story} falls into ${[...parts.values()].map((own) => own.length).join(" + ")}`,
      );
    }
  }
}
