import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupReprints } from "../../src/analysis/reprints/reprints.js";
import { editStories } from "../../src/analysis/stories/edit-stories.js";
import { findStories } from "../../src/analysis/stories/find-stories.js";
import type { Article } from "../../src/model/article.js";
import type { StoryEdits } from "../../src/model/desk-notes.js";
import { articles } from "./seeds.js";

const [seed] = articles;
if (seed === undefined) throw new Error("no seeds");
const base: Article = seed;

function report(id: string, day: string | null, text: string): Article {
  const published = day === null ? null : { date: day, precision: "day" as const, evidence: [] };
  return { ...base, id, file: id, outlet: null, published, inferred: null, paragraphs: [text] };
}

function storiesOf(given: readonly Article[]): string[] {
  const stories = findStories(given, groupReprints(given), (id) => id);
  return stories.map((story) => story.articles.join(" "));
}

const FIRE = `Firefighters in the port of Varna fought a blaze on the ferry Orlova for nine hours.
  The harbour master, Petar Kolev, said that 61 passengers of the Orlova were brought ashore.`;
const FIRE_AGAIN = `Petar Kolev, who runs the harbour of Varna, said all 61 passengers of the ferry
  Orlova were safe. It burnt for nine hours before firefighters had put out the blaze.`;
const STRIKE = `Bakers in Lisbon walked out over pay. Their union, led by Inês Duarte, wants 8 % more
  before the summer and speaks of a second walkout next week.`;
const OTHER_FIRE = `Firefighters in Trieste fought a blaze in a warehouse. The mayor, Carla Rossi,
  said that two people were hurt and that the roof of the building had come down.`;

const fire = report("a-1", "2024-03-04", FIRE);
const fireAgain = report("a-2", "2024-03-05", FIRE_AGAIN);
const strike = report("a-3", "2024-03-05", STRIKE);
const otherFire = report("a-4", "2024-03-05", OTHER_FIRE);

describe("a story", () => {
  test("holds the reports of one event", () => {
    expect(storiesOf([strike, fireAgain, otherFire, fire])).toEqual(["a-1 a-2", "a-3", "a-4"]);
  });

  test("is not made by the one place that two reports name", () => {
    const cup = report("a-5", "2024-03-05", "Trieste won after extra time. Nobody was booked.");
    const rain = report("a-6", "2024-03-05", "Streets in Trieste are flooded. Schools stay shut.");
    expect(storiesOf([cup, rain])).toEqual(["a-5", "a-6"]);
  });

  test("is not made by the day that two reports name", () => {
    const arabic = (id: string, text: string) => ({
      ...report(id, "2024-03-07", text),
      language: "ar",
    });
    const shop = arabic("a-5", "احترق متجر كبير يوم الخميس 7 مارس خلال الليل.");
    const match = arabic("a-6", "فاز المنتخب يوم الخميس 7 مارس بعد شوطين إضافيين.");
    expect(storiesOf([shop, match])).toEqual(["a-5", "a-6"]);
  });

  test("is not joined by a report of months later, however like it is", () => {
    const later = report("a-9", "2024-08-05", FIRE_AGAIN);
    expect(storiesOf([fire, later, strike, otherFire])).toEqual(["a-1", "a-3", "a-4", "a-9"]);
  });

  test("holds the copies of its reports", () => {
    const copy = report("a-8", "2024-03-06", FIRE);
    expect(storiesOf([fire, copy, strike])).toEqual(["a-1 a-8", "a-3"]);
  });

  test("holds a copy whose original is a translation of something earlier", () => {
    const groups = [{ members: ["a-3", "a-4"] }, { members: ["a-1", "a-3"] }];
    const stories = findStories([fire, strike, otherFire], groups, (id) => id);
    expect(stories.map((story) => story.articles)).toEqual([["a-1", "a-3", "a-4"]]);
  });

  test("keeps its id when later reports join", () => {
    const [before] = findStories([fire, strike], [], (id) => id);
    const [after] = findStories([fireAgain, strike, fire], [], (id) => id);
    expect(after?.articles).toEqual(["a-1", "a-2"]);
    expect(after?.id).toBe(before?.id);
  });

  test("counts its origins, not its reports", () => {
    const [story] = findStories([fire, fireAgain, strike], [], () => "one publisher");
    expect(story?.articles.length).toBe(2);
    expect(story?.origins).toBe(1);
  });
});

describe("the desk", () => {
  const all = [fire, fireAgain, strike, otherFire];
  const edit = (edits: Partial<StoryEdits>) => {
    const origin = (id: string) => id;
    const found = findStories(all, [], origin);
    const edited = editStories(found, { merge: [], split: [], ...edits }, all, origin);
    return edited.map((story) => story.articles.join(" "));
  };

  test("merges the stories of articles that it names", () => {
    expect(edit({ merge: [["a-4", "a-2"]] })).toEqual(["a-1 a-2 a-4", "a-3"]);
  });

  test("splits articles from the story that the first one keeps", () => {
    expect(edit({ split: [["a-2", "a-1"]] })).toEqual(["a-1", "a-2", "a-3", "a-4"]);
  });

  test("moves an article from one story to another", () => {
    const moved = edit({ split: [["a-1", "a-2"]], merge: [["a-3", "a-2"]] });
    expect(moved).toEqual(["a-1", "a-2 a-3", "a-4"]);
  });

  test("may name articles that are not visible", () => {
    expect(edit({ merge: [["a-1", "gone.txt"]] })).toEqual(["a-1 a-2", "a-3", "a-4"]);
  });
});

describe("any articles", () => {
  const texts = fc.array(fc.constantFrom(FIRE, FIRE_AGAIN, STRIKE, OTHER_FIRE, ""), {
    maxLength: 8,
  });

  test("are in one story each", () => {
    fc.assert(
      fc.property(texts, (given) => {
        const all = given.map((text, index) => report(`a-${index}`, null, text));
        const found = findStories(all, groupReprints(all), (id) => id);
        const ids = found.flatMap((story) => story.articles);
        expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      }),
    );
  });

  test("have the same stories in whatever order they come", () => {
    const all = [fire, fireAgain, strike, otherFire, ...articles];
    const expected = storiesOf(all);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(storiesOf(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
