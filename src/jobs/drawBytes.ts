/** The bytes of a draw's figures as they stand in memory: little-endian doubles on every machine that Node is built for but s390x. */
export const drawBytes = ({buffer, byteOffset, byteLength}: Float64Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** The figures of `drawBytes`, in memory of their own; null where the bytes are not those of whole numbers. */
export function drawFigures(bytes: Uint8Array): Float64Array | null {
  if (bytes.byteLength % Float64Array.BYTES_PER_ELEMENT !== 0) return null;
  return new Float64Array(Uint8Array.from(bytes).buffer);
}
