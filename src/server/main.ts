/** Entry point of the server. What it imports statically would be compiled before anything is kept. */
import { keepCompileCache } from './keepCompileCache.ts'

keepCompileCache()
const { serve } = await import('./serve.ts')
await serve(process.env)
