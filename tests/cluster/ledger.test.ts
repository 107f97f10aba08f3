import { describe, expect, test } from "vitest";
import { LedgerError } from "../../src/ledger/index.js";
import { openPostgresLedger } from "../../src/ledger/postgres-ledger.js";
import type { DeliveryKey } from "../../src/model/delivery.js";
import { ledgerContract } from "../contracts/ledger.js";
import { freshDatabase, killPostgres, lockedPostgres, startPostgres } from "./engines.js";

const AT = "2021-05-10T06:00:00.000Z";
const BEGINNING = { address: "ada@example.org", messageId: null, copy: null, at: AT };

function keyOf(recipient: number | string): DeliveryKey {
  const name = { brief: "weekly", issue: "2021-W18", version: "1.0" } as const;
  return { ...name, occasion: "issue", channel: "mail", recipient: `r-${recipient}` };
}

const addressOf = (url: string, password: string | null = null) => ({ url, user: null, password });

describe("the ledger in PostgreSQL", () => {
  ledgerContract(async () => openPostgresLedger(addressOf(await freshDatabase())));

  test("lets one of many senders begin a delivery, however many ask at once", async () => {
    const url = await freshDatabase();
    const ledgers = await Promise.all(
      Array.from({ length: 4 }, () => openPostgresLedger(addressOf(url))),
    );
    for (let recipient = 0; recipient < 20; recipient += 1) {
      const begun = await Promise.all(
        ledgers.map((ledger) => ledger.begin(keyOf(recipient), BEGINNING)),
      );
      expect(begun.map(({ kind }) => kind).sort()).toEqual(["begun", "stands", "stands", "stands"]);
    }
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });

  test("is made once by all who come first", async () => {
    const url = await freshDatabase();
    const ledgers = await Promise.all(
      Array.from({ length: 6 }, () => openPostgresLedger(addressOf(url))),
    );
    expect(await ledgers[0]?.deliveries({})).toEqual([]);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
  });

  test("has what was begun after the server was killed, and goes on", async () => {
    const ledger = await openPostgresLedger(addressOf(await freshDatabase()));
    expect((await ledger.begin(keyOf(1), BEGINNING)).kind).toBe("begun");
    await killPostgres();
    await startPostgres();
    const state = { state: "sent", response: "250", at: AT } as const;
    // The first answer may be that the connection is gone: the outcome is then written once more.
    await ledger.settle(keyOf(1), state).catch(() => ledger.settle(keyOf(1), state));
    expect((await ledger.deliveries({}))[0]).toMatchObject({ state: "sent", attempts: 1 });
    await ledger.close();
  });

  test("says what is in its way: a wrong password, no server, no such database", async () => {
    const { address, password } = lockedPostgres();
    const wrong = openPostgresLedger(addressOf(address, `${password}x`));
    await expect(wrong).rejects.toThrow(/does not take the user or the password/);
    await expect(wrong).rejects.toThrow(LedgerError);
    const nobody = openPostgresLedger(addressOf("postgres://brief@127.0.0.1:1/brief"));
    await expect(nobody).rejects.toThrow(/cannot be reached/);
    const url = new URL(await freshDatabase());
    url.pathname = "/nowhere";
    await expect(openPostgresLedger(addressOf(url.href))).rejects.toThrow(/has no such database/);
  });
});
