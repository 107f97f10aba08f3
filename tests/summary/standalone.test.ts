import { describe, expect, test } from "vitest";
import { leadInLength, standsAlone } from "../../src/summary/standalone.js";

describe("a passage stands alone", () => {
  test.each([
    ["en", "On Monday the minister met her counterpart."],
    ["en", "“We are ready,” Minister Kaya said."],
    ["en", "`` We can't wait,'' Minister Kaya said."],
    ["en", "Turkish officials have said that no such request was made."],
    ["en", "If the road is closed, it will be cleared by Monday at the latest."],
    ["tr", "Bakan pazartesi günü mevkidaşıyla görüştü."],
    ["ru", "Министр встретился с коллегой."],
    ["fr", "Le ministre a rencontré son homologue."],
    ["ar", "التقى الوزير نظيره يوم الاثنين."],
    ["de", "Die Ministerin traf am Montag ihren Amtskollegen."],
    ["es", "El ministro se reunió el lunes con su homólogo."],
    ["it", "Il ministro ha incontrato lunedì il collega."],
    ["el", "Ο υπουργός συναντήθηκε τη Δευτέρα με τον ομόλογό του."],
    ["es", "«Estamos listos», dijo la ministra."],
    ["xx", "He said so."],
  ])("%s: %s", (language, text) => {
    expect(standsAlone(text, language)).toBe(true);
  });
});

describe("a passage leans on the one before", () => {
  test.each([
    ["en", "He also said so."],
    ["en-GB", "He also said so."],
    ["EN", "He also said so."],
    ["en", "They sent supplies to the port."],
    ["en", "Both countries denounced the deal."],
    ["en", "“We are ready,” he said."],
    ["en", "`` We can't wait,'' he said."],
    ["en", "`` The road is closed.''"],
    ["en", "The minister echoed this claim on Monday."],
    ["tr", "Bu açıklama tepki çekti."],
    ["ru", "Он сказал это вчера."],
    ["fr", "Elle a rencontré le ministre."],
    ["ar", "هذا ما قاله الوزير."],
    ["de", "Diese Erklärung stieß auf Kritik."],
    ["de", "„Wir sind bereit“, er sagte das am Montag."],
    ["es", "Ella se reunió con el ministro."],
    ["es", "«Estamos listos», dijo."],
    ["it", "Ciò ha provocato proteste."],
    ["it", "La notizia di questo accordo è arrivata lunedì."],
    ["el", "Αυτό προκάλεσε αντιδράσεις."],
    ["en", "“We are ready.”"],
    ["en", "The road is closed, she said."],
    ["fr", "La route est fermée, a-t-elle dit."],
    ["de", "Die Straße sei gesperrt, sagte er."],
  ])("%s: %s", (language, text) => {
    expect(standsAlone(text, language)).toBe(false);
  });
});

describe("a lead-in may be left out", () => {
  test("where the rest stands alone", () => {
    const text = "That came after the ministry said on Tuesday that talks would begin.";
    expect(text.slice(leadInLength(text, "en"))).toBe(
      "the ministry said on Tuesday that talks would begin.",
    );
  });

  test("not where the rest leans as well, nor where there is none", () => {
    expect(leadInLength("That came after he said so.", "en")).toBe(0);
    expect(leadInLength("That came as a surprise", "en")).toBe(0);
    expect(leadInLength("He said so.", "en")).toBe(0);
  });
});
