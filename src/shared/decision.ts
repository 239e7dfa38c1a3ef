/** What a pure rule decides on the newest state of a document: a change to commit, or a refusal with its reason. */
export type Decision<Change, Refusal> = { change: Change } | { refused: Refusal };
