/** Titles to ids, and the words of a subject to themes that the program reads as they were meant. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseThemesFile } from "../../src/config/themes-file.js";
import { briefIdOf, themeIdOf } from "../../src/init/brief-id.js";
import { subjectThemes, themesText } from "../../src/init/subject-themes.js";

describe("an id", () => {
  test.each([
    ["Sahel Weekly", "sahel-weekly"],
    ["  Haftalık IŞIK Bülteni! ", "haftalik-isik-bulteni"],
    ["L’état du monde", "letat-du-monde"],
    ["Straße & Øl", "strasse-ol"],
    ["نشرة المياه", null],
    ["2026", null],
  ])("of “%s” is %j", (title, id) => {
    expect(briefIdOf(title)).toBe(id);
  });

  test("of any title can be the name of a brief, of any words that of a theme", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 80 });
    fc.assert(
      fc.property(text, (title) => {
        expect(briefIdOf(title) ?? "a").toMatch(/^[a-z0-9][a-z0-9-]{0,39}$/);
        expect(themeIdOf(title) ?? "a").toMatch(/^[a-z][a-z0-9_]*$/);
      }),
    );
  });
});

describe("themes of a subject", () => {
  test("have their phrase as a term, and its longer words as weak ones", () => {
    const themes = subjectThemes("price of grain; Drought, tahıl  ihracatı،الجفاف, oil*");
    expect(themes.map(({ title, term, words }) => [title, term, ...words])).toEqual([
      ["Price of grain", "price of grain", "price", "grain"],
      ["Drought", "Drought"],
      ["Tahıl ihracatı", "tahıl ihracatı", "tahıl", "ihracatı"],
      ["الجفاف", "الجفاف"],
      ["Oil", "oil*"],
    ]);
  });

  test("have ids of their own, and each phrase counts once", () => {
    const ids = subjectThemes("Water, water, wáter, المياه, نهر").map(({ id }) => id);
    expect(ids).toEqual(["water", "water_2", "theme_3", "theme_4"]);
  });

  test("are a sound file whatever was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (subject) => {
        const themes = subjectThemes(`drought,${subject}`);
        const { value } = parseThemesFile(themesText(themes, "en"), "themes.yaml");
        expect(value?.themes.map(({ id }) => id)).toEqual(themes.map(({ id }) => id));
        expect(value?.themes.map(({ title }) => title.en)).toEqual(
          themes.map(({ title }) => title),
        );
      }),
    );
  });
});
