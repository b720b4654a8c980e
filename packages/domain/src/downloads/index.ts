export { makeDownloadFile } from './make-download-file.ts'
export { type Download, downloadSchema, requireDownload } from './require-download.ts'
