/** Entry point of the server. What it imports statically would be compiled before anything is kept. */
import { keepCompiled } from './keepCompiled.ts'

keepCompiled()
const { serve } = await import('./serve.ts')
await serve(process.env)
