declare module 'signalsmith-stretch' {
  interface StretchNode extends AudioWorkletNode {
    schedule(change: {
      active?: boolean
      semitones?: number
      tonalityHz?: number
      formantCompensation?: boolean
      formantBaseHz?: number
    }): Promise<unknown>
    latency(): Promise<number>
  }
  interface SignalsmithStretch {
    (context: BaseAudioContext, options?: AudioWorkletNodeOptions): Promise<StretchNode>
    moduleUrl?: string
  }
  const make: SignalsmithStretch
  export default make
}
