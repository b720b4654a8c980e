/** The recording is somebody else's work by now, or is gone with its mix: whoever holds it on paper stops. */
export class TakenOver extends Error {
  constructor() {
    super('The recording is not this worker’s any more')
    this.name = 'TakenOver'
  }
}
