import http from 'node:http';

// A server of streams as one writes it first: a POST's body goes to every reader with `res.write`.
const readers = new Set<http.ServerResponse>();
let number = 0;

http
  .createServer({ keepAliveTimeout: 3_600_000 }, (request, response) => {
    if (request.method === 'POST') {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        number += 1;
        const text = `id: ${number}\ndata: ${Buffer.concat(chunks).toString()}\n\n`;
        for (const reader of readers) reader.write(text);
        response.writeHead(201).end();
      });
      return;
    }
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(':\n\n');
    readers.add(response);
    response.on('close', () => readers.delete(response));
  })
  .listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 });
