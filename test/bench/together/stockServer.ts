/** `@y/websocket-server`, in memory: what the y-websocket documentation has one start. Says its port. */
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { setupWSConnection } from '@y/websocket-server/utils'

const http = createServer()
const sockets = new WebSocketServer({ server: http })
sockets.on('connection', setupWSConnection)
http.listen(0, '127.0.0.1', () => console.log((http.address() as AddressInfo).port))
