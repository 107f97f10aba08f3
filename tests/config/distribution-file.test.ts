import { describe, expect, test } from "vitest";
import { loadDistribution } from "../../src/config/distribution-file.js";
import { memoryHost } from "../../src/host/memory.js";
import { distributionOf } from "../../src/model/distribution.js";
import { SettingsSchema } from "../../src/model/settings.js";

const settings = SettingsSchema.parse({ briefs: { weekly: { title: "Weekly" } } });
const workspace = { root: "/desk", settings, settingsText: "" };

const load = (text?: string) =>
  loadDistribution(
    memoryHost(
      new Map(
        text === undefined ? [] : [["/desk/distribution.yaml", new TextEncoder().encode(text)]],
      ),
    ),
    workspace,
  );

describe("how briefs are distributed", () => {
  test.each([undefined, "", "# nothing yet\n"])(
    "asks for nothing where it says nothing: %j",
    async (text) => {
      const { value, diagnostics } = await load(text);
      expect(diagnostics).toEqual([]);
      expect(value?.mail).toBeUndefined();
      expect(value && distributionOf(value, "weekly").release.fourEyes).toBe(true);
    },
  );

  test("names the line of a fault", async () => {
    const { value, diagnostics } = await load(
      "mail:\n  relay: { host: relay.example.org }\n  from: { address: nobody }\n",
    );
    expect(value).toBeNull();
    expect(diagnostics[0]?.place).toMatchObject({ file: "distribution.yaml", line: 3 });
  });

  test("takes no password in the place of the name of a variable", async () => {
    const { diagnostics } = await load(
      "mail:\n  relay: { host: relay.example.org, passwordEnv: s3cret!word }\n  from: { address: desk@example.org }\n",
    );
    expect(JSON.stringify(diagnostics)).toContain("name an environment variable");
    expect(JSON.stringify(diagnostics)).not.toContain("s3cret");
  });

  test("names briefs and channels that are not there, with what was meant", async () => {
    const { diagnostics } = await load(
      "briefs:\n  weakly: {}\n  weekly: { channels: [newsroom] }\n",
    );
    expect(diagnostics.map(({ message, hint }) => `${message}: ${hint}`)).toEqual([
      'there is no brief "weakly": did you mean "weekly"?',
      'weekly: there is no channel "newsroom": there are: none',
    ]);
  });
});
