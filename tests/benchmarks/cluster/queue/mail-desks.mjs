/** The second half of the kills: the issues of all desks approved, and sent by workers that die. */
export async function mailDesks() {
  return [];
}
