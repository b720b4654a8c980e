export { playerSawPage, startPlayer } from './boot/start-player.ts'
export { type MarkersDetail, markersEvent, type WaveMarker } from './wave/markers.ts'
