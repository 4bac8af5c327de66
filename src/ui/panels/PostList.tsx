import { Fragment } from 'react'
import { Button } from 'antd'
import ArrowDownOutlined from '@ant-design/icons/ArrowDownOutlined'
import ArrowUpOutlined from '@ant-design/icons/ArrowUpOutlined'
import CloseOutlined from '@ant-design/icons/CloseOutlined'
import type { Post } from '../../model/chart.ts'
import { mergePosts } from '../../model/edits/mergePosts.ts'
import { movePost, removePost } from '../../model/edits/posts.ts'
import { setFields } from '../../model/edits/setFields.ts'
import { canvasText } from '../../text/screen/commands.ts'
import { headerPanel } from '../../text/screen/screen.ts'
import { useChart, useEdit } from '../openChart/chartContext.ts'
import { useSituation } from '../openChart/commands/useSituation.tsx'
import { gestureText } from '../../text/screen/gestureText.ts'
import { PostRisks } from './PostRisks.tsx'
import { TextField } from '../base/fields/TextField.tsx'
import { useToasts } from '../base/toastContext.ts'
import './PostList.css'

/** The posts in lane order. Renaming one renames it everywhere. */
export function PostList() {
  const { posts, steps, risks } = useChart()
  const situation = useSituation()
  const edit = useEdit()
  const { modal } = useToasts()
  const rename = (post: Post, name: string): boolean => {
    const same = posts.find((other) => other.id !== post.id && other.name === name)
    if (!same) return edit((now) => setFields(now, 'posts', post.id, { name }))
    modal.confirm({
      title: canvasText.mergeAsk(name),
      okText: canvasText.merge,
      onOk: () => void edit((now) => mergePosts(now, post.id, same.id)),
    })
    return false
  }
  const remove = (post: Post) => {
    const held = steps.filter((step) => step.posts?.includes(post.id)).length
    const own = risks.filter((risk) => risk.post === post.id && risk.step === undefined).length
    if (edit((now) => removePost(now, post.id)))
      situation().sayDone(gestureText.removedPost(post.name, held, own))
  }
  return (
    <section className="posts" aria-label={headerPanel.posts}>
      <h3>{headerPanel.posts}</h3>
      {posts.length === 0 && <p className="field-help">{headerPanel.postsNone}</p>}
      {posts.map((post, index) => (
        <Fragment key={post.id}>
          <div className="post">
            <TextField label={headerPanel.posts} value={post.name} onCommit={(name) => rename(post, name)} />
            <Button
              type="text"
              size="small"
              aria-label={headerPanel.moveUp}
              disabled={index === 0}
              icon={<ArrowUpOutlined />}
              onClick={() => edit((now) => movePost(now, post.id, posts[index - 2]?.id))}
            />
            <Button
              type="text"
              size="small"
              aria-label={headerPanel.moveDown}
              disabled={index === posts.length - 1}
              icon={<ArrowDownOutlined />}
              onClick={() => edit((now) => movePost(now, post.id, posts[index + 1]?.id))}
            />
            <Button
              type="text"
              size="small"
              aria-label={headerPanel.removePost}
              icon={<CloseOutlined />}
              onClick={() => remove(post)}
            />
          </div>
          <PostRisks post={post} />
        </Fragment>
      ))}
    </section>
  )
}
