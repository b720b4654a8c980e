import type { StoredPart } from '@residency/integrations/storage'

interface Size {
  bytes: number
  partBytes: number
}

export const partCount = ({ bytes, partBytes }: Size): number => Math.ceil(bytes / partBytes)

/** Bytes that part `number` (from 1) must have: all but the last have the same. */
export const bytesOfPart = (size: Size, number: number): number =>
  number < partCount(size) ? size.partBytes : size.bytes - (partCount(size) - 1) * size.partBytes

export const allParts = (size: Size): number[] => Array.from({ length: partCount(size) }, (_, index) => index + 1)

/** Parts that are whole in the store. One of a wrong size counts as not there: it will be sent again. */
export const wholeParts = (size: Size, stored: readonly StoredPart[]): StoredPart[] =>
  stored.filter(({ number, bytes }) => number <= partCount(size) && bytes === bytesOfPart(size, number))
