declare module 'qrcode' {
  interface Modules {
    size: number
    data: Uint8Array
  }
  export function create(text: string, options: { errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): { modules: Modules }
}
