/** An event's form, name by name, as text: what is shown, sent, and shown again when something is wrong. */
export type TypedEvent = Record<string, string>
