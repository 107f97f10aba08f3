/** Work of a stage to what it gives, timed by whoever asks; nobody by default. */
export type StageTimer = <T>(stage: string, work: () => T) => T;

export const untimed: StageTimer = (_stage, work) => work();
