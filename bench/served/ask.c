// The load: CONNECTIONS ask for the same again and again, each as soon as it is answered, over connections that stay.
//
// ask PORT CONNECTIONS SECONDS      cc -O2 -o ask ask.c; the request's bytes come on standard input.
//
// After half a second to warm up it prints `begin` and waits for a line on standard input, so that others can look at their clocks; then
// it counts for SECONDS and prints `end ANSWERS NANOSECONDS`. All answers must be as long as the first and begin as it does.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static char request[8192], first[16], chunk[1 << 18];
static size_t request_length;
static int64_t whole;
static int64_t *left;
static uint64_t answers;

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000000u + t.tv_nsec;
}

static void ask(int fd) {
  if (send(fd, request, request_length, MSG_NOSIGNAL) != (ssize_t)request_length) fail("send");
  left[fd] = whole;
}

static int dial(int port) {
  int fd = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port)};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(fd, (void *)&to, sizeof to)) fail("connect");
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  return fd;
}

// The first answer says how long all are.
static void learn(int fd) {
  ssize_t n = 0;
  char *body = NULL, *length;
  ask(fd);
  while (!body) {
    ssize_t more = recv(fd, chunk + n, sizeof chunk - 1 - n, 0);
    if (more <= 0) fail("recv");
    chunk[n += more] = 0;
    body = strstr(chunk, "\r\n\r\n");
  }
  length = strcasestr(chunk, "\r\ncontent-length:");
  if (!length || strncmp(chunk, "HTTP/1.1 200", 12)) { fprintf(stderr, "answered %.300s\n", chunk); exit(1); }
  whole = body + 4 - chunk + atoll(length + 17);
  memcpy(first, chunk, sizeof first);
  for (int64_t rest = whole - n; rest > 0;) {
    ssize_t more = recv(fd, chunk, sizeof chunk, 0);
    if (more <= 0) fail("recv");
    rest -= more;
  }
}

static void take(int fd) {
  ssize_t n = recv(fd, chunk, sizeof chunk, MSG_DONTWAIT);
  if (n <= 0) fail("recv");
  if (left[fd] == whole && memcmp(chunk, first, sizeof first)) { fprintf(stderr, "answered %.300s\n", chunk); exit(1); }
  left[fd] -= n;
  if (left[fd] < 0) { fprintf(stderr, "an answer is too long\n"); exit(1); }
  if (left[fd] > 0) return;
  answers++;
  ask(fd);
}

int main(int argc, char **argv) {
  if (argc != 4) { fprintf(stderr, "usage: ask PORT CONNECTIONS SECONDS\n"); return 2; }
  int connections = atoi(argv[2]), poller = epoll_create1(0);
  uint64_t seconds = atoi(argv[3]), start = now(), end = start + 500000000u;
  struct epoll_event events[256];
  request_length = strlen(fgets(request, 512, stdin));
  while (strcmp(request + request_length - 4, "\r\n\r\n") && fgets(request + request_length, 512, stdin))
    request_length += strlen(request + request_length);
  left = calloc(connections + 64, sizeof *left);
  for (int i = 0; i < connections; i++) {
    struct epoll_event e = {.events = EPOLLIN, .data.fd = dial(atoi(argv[1]))};
    if (i == 0) learn(e.data.fd);
    ask(e.data.fd);
    epoll_ctl(poller, EPOLL_CTL_ADD, e.data.fd, &e);
  }
  for (int counting = 0;;) {
    int n = epoll_wait(poller, events, 256, 100);
    for (int i = 0; i < n; i++) take(events[i].data.fd);
    if (now() < end) continue;
    if (counting) break;
    printf("begin\n");
    fflush(stdout);
    if (!fgets(chunk, sizeof chunk, stdin)) return 1;
    counting = 1;
    answers = 0;
    end = (start = now()) + seconds * 1000000000u;
  }
  printf("end %llu %llu\n", (unsigned long long)answers, (unsigned long long)(now() - start));
}
