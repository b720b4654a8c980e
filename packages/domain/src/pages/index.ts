export { type BlockType, blockSchema, blocksSchema, cleanHtml, hrefSchema, parseBlocks, referencesOf, type StoredBlock } from './blocks.ts'
