/** After each file of tests the workspaces that it opened are gone, though the next one shares its process. */
import { afterAll } from "vitest";
import { closeTestWorkspaces } from "./opened-workspaces.js";

afterAll(closeTestWorkspaces, 60_000);
