/** A part of a font file: see narrow/narrow-fonts.ts. */
declare module '*&url' {
  const url: string
  export default url
}
