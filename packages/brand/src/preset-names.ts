export const presetNames = ['warehouse', 'nocturne', 'daylight', 'cassette', 'signal'] as const
export type PresetName = (typeof presetNames)[number]
