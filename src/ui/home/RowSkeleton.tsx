import { Skeleton } from 'antd'

/** Where rows will stand, while they are read. */
export function RowSkeleton() {
  return <Skeleton active title={false} paragraph={{ rows: 4, width: '100%' }} />
}
