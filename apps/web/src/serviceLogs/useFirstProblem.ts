import { useEffect, useState } from 'react'

/** Counts the tries to hand a form in, and after each brings the first field that has something wrong into sight. */
export function useFirstProblem(): readonly [tried: boolean, setTried: (tried: boolean) => void] {
  const [tries, setTries] = useState(0)
  useEffect(() => {
    // Only now are the sentences at their fields.
    if (tries > 0) document.querySelector('form .field-error:not(:empty)')?.scrollIntoView({ block: 'center' })
  }, [tries])
  return [tries > 0, (tried) => setTries((before) => (tried ? before + 1 : 0))]
}
