import './RowSkeleton.css'

/** Where rows will stand, while they are read. */
export function RowSkeleton() {
  return (
    <div className="row-skeleton" aria-busy>
      <span />
      <span />
      <span />
    </div>
  )
}
