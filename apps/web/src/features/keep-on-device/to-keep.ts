/** Sizes as the contract has them: what opening it costs on the wire, in kB. */
export type ToKeep = { moduleId: string; kilobytes: number };
