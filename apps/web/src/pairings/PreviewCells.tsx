import { Link } from 'react-router'

import { paths } from '../paths.ts'
import type { PreviewLine } from './previewDocuments.ts'
import { distanceText } from './term.ts'

/** Who is proposed for a line. */
export function Person({ line: { candidate, chosen, eligibleCount } }: { line: PreviewLine }) {
  if (!candidate) return <>无合适人选</>
  const { practitioner, distanceKm } = candidate
  return (
    <>
      <Link to={paths.practitioner(practitioner.id)} style={{ textDecoration: 'underline' }}>
        {practitioner.name}
      </Link>
      {chosen ? '（另选）' : eligibleCount > 1 && <small>（{eligibleCount} 名中第一）</small>}
      <br />
      <small>
        {practitioner.firm?.name}，{distanceText(distanceKm)}
      </small>
    </>
  )
}

/** The two parts of the score that weigh most. */
export function Reason({ line: { candidate } }: { line: PreviewLine }) {
  if (candidate?.score == null) return null
  const parts = [...candidate.components].sort((a, b) => b.value * b.weight - a.value * a.weight).slice(0, 2)
  return (
    <>
      {candidate.score.toFixed(0)} 分
      <br />
      <small>{parts.map((it) => `${it.label} ${it.value.toFixed(0)}：${it.reason}`).join('；')}</small>
    </>
  )
}
