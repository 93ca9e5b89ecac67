// The floor: the least a server of streams can do. One thread; a POST's body goes to every reader with send().
//
// floor PORT      cc -O2 -o floor floor.c
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static const char stream_head[] =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n:\n\n";
static const char accepted[] = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n";
static int readers[65536], reader_count, poller, number;
static char in[1 << 17], out[1 << 17];

static void fan_out(const char *body, size_t length) {
  int n = snprintf(out, sizeof out, "id: %d\ndata: %.*s\n\n", ++number, (int)length, body);
  for (int i = 0; i < reader_count; i++) send(readers[i], out, n, MSG_DONTWAIT | MSG_NOSIGNAL);
}

// Whole requests only: a publisher here sends each in one piece.
static void answer(int fd) {
  ssize_t n = recv(fd, in, sizeof in - 1, MSG_DONTWAIT);
  if (n <= 0) {
    for (int i = 0; i < reader_count; i++) if (readers[i] == fd) readers[i--] = readers[--reader_count];
    close(fd);
    return;
  }
  in[n] = 0;
  if (in[0] == 'G') {
    send(fd, stream_head, sizeof stream_head - 1, MSG_NOSIGNAL);
    readers[reader_count++] = fd;
    return;
  }
  char *length = strcasestr(in, "content-length:"), *body = strstr(in, "\r\n\r\n");
  while (length && body && n < body + 4 - in + atoi(length + 15)) {
    ssize_t more = recv(fd, in + n, sizeof in - 1 - n, 0);
    if (more <= 0) return;
    in[n += more] = 0;
  }
  if (!length || !body) return;
  fan_out(body + 4, atoi(length + 15));
  send(fd, accepted, sizeof accepted - 1, MSG_NOSIGNAL);
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  signal(SIGPIPE, SIG_IGN);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), one = 1;
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(atoi(argv[1]))};
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(listener, (void *)&at, sizeof at) || listen(listener, 4096)) { perror("floor"); return 1; }
  poller = epoll_create1(0);
  struct epoll_event e = {.events = EPOLLIN, .data.fd = listener}, events[256];
  epoll_ctl(poller, EPOLL_CTL_ADD, listener, &e);
  for (;;) {
    int n = epoll_wait(poller, events, 256, -1);
    for (int i = 0; i < n; i++) {
      if (events[i].data.fd != listener) { answer(events[i].data.fd); continue; }
      for (int fd; (fd = accept(listener, NULL, NULL)) >= 0;) {
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        struct epoll_event reader = {.events = EPOLLIN, .data.fd = fd};
        epoll_ctl(poller, EPOLL_CTL_ADD, fd, &reader);
      }
    }
  }
}
