/** The product's mark: four platforms. */
export function Mark({ size = 44 }: { size?: number }) {
  return <img src="/favicon.svg" width={size} height={size} alt="" />
}
