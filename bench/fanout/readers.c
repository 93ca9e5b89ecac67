// The load: N readers of one stream in one process, over epoll.      cc -O2 -o readers readers.c
//
// readers PORT N STALLED EVENTS      the request's bytes come first on standard input, ended by a line with a dot.
//
// Prints `ready N NANOSECONDS BYTES` once all have an answer and nothing has come for half a second: how many, how long until
// the last byte, and the least that any has received. Then `min BYTES` whenever the least since then grows. All must receive the same bytes: `wrong N` counts those who do not.
// At a second line on standard input it writes into the file EVENTS, for each receipt, three numbers of 8 bytes: the time in
// nanoseconds (CLOCK_REALTIME), the reader, the bytes it has received; prints `done RECEIPTS CLOSED WRONG`, and ends.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { CONNECTING, ASKED, OPEN, GONE };
struct reader { int fd, state, stalled, wrong; uint64_t got; };
struct receipt { uint64_t at, reader, got; };

static struct reader *readers;
static int port, count, stalled, poller, next_reader, connecting, opened, closed, wrong, going;
static char request[8192];
static size_t request_length;
static char *stream;                       // what every reader must receive, in order
static uint64_t stream_length, stream_room;
static struct receipt *receipts;
static uint64_t receipt_count, receipt_room, last_byte;
static char chunk[262144];

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_REALTIME, &t);
  return (uint64_t)t.tv_sec * 1000000000u + t.tv_nsec;
}

static void *grown(void *old, uint64_t *room, uint64_t need, size_t unit) {
  if (need <= *room) return old;
  while (*room < need) *room = *room ? *room * 2 : 65536;
  return realloc(old, *room * unit);
}

static void dial(int i) {
  struct reader *r = &readers[i];
  int one = 1, small = 2048;
  r->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  if (r->fd < 0) { perror("socket"); exit(1); }
  r->stalled = i < stalled;
  if (r->stalled) setsockopt(r->fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
  // An address has 28,000 ports: the readers come from eight of them.
  setsockopt(r->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &one, sizeof one);
  struct sockaddr_in from = {.sin_family = AF_INET}, to = {.sin_family = AF_INET, .sin_port = htons(port)};
  from.sin_addr.s_addr = htonl(0x7f000002 + i % 8);
  to.sin_addr.s_addr = htonl(0x7f000001);
  bind(r->fd, (void *)&from, sizeof from);
  connect(r->fd, (void *)&to, sizeof to);
  r->state = CONNECTING;
  connecting++;
  struct epoll_event e = {.events = EPOLLOUT, .data.u32 = i};
  epoll_ctl(poller, EPOLL_CTL_ADD, r->fd, &e);
}

static void leave(struct reader *r) {
  if (r->state != OPEN) connecting--;
  r->state = GONE;
  close(r->fd);
  closed++;
}

static void receive(int i) {
  struct reader *r = &readers[i];
  ssize_t n = recv(r->fd, chunk, sizeof chunk, 0);
  if (n < 0 && errno == EAGAIN) return;
  if (n <= 0) return leave(r);
  // A comment that keeps the connection alive is no message, and comes alone.
  if (r->state == OPEN && n == 3 && memcmp(chunk, ":\n\n", 3) == 0) return;
  last_byte = now();
  if (r->state == ASKED) {
    r->state = OPEN;
    connecting--;
    opened++;
    if (!memmem(chunk, n, " 200 ", 5) && wrong++ < 3) fprintf(stderr, "answered %.100s\n", chunk);
  }
  if (!going) {
    r->got += n;
    return;
  }
  uint64_t end = r->got + n;
  if (end > stream_length) {
    stream = grown(stream, &stream_room, end, 1);
    uint64_t fresh = end - stream_length;
    uint64_t known = n - fresh;
    memcpy(stream + stream_length, chunk + known, fresh);
    stream_length = end;
    n = known;
  }
  if (n > 0 && memcmp(stream + r->got, chunk, n) != 0 && !r->wrong++) wrong++;
  r->got = end;
  receipts = grown(receipts, &receipt_room, receipt_count + 1, sizeof *receipts);
  receipts[receipt_count++] = (struct receipt){last_byte, i, end};
}

static void happen(int i, uint32_t events) {
  struct reader *r = &readers[i];
  if (r->state == GONE) return;
  if (r->state == CONNECTING) {
    int trouble = 0;
    socklen_t length = sizeof trouble;
    getsockopt(r->fd, SOL_SOCKET, SO_ERROR, &trouble, &length);
    if (trouble) { fprintf(stderr, "connect: %s\n", strerror(trouble)); return leave(r); }
    if (send(r->fd, request, request_length, MSG_NOSIGNAL) != (ssize_t)request_length) return leave(r);
    r->state = ASKED;
    struct epoll_event e = {.events = EPOLLIN, .data.u32 = i};
    epoll_ctl(poller, EPOLL_CTL_MOD, r->fd, &e);
  } else if (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) receive(i);
}

static uint64_t least(void) {
  uint64_t least = UINT64_MAX;
  for (int i = 0; i < count; i++)
    if (!readers[i].stalled && readers[i].state == OPEN && readers[i].got < least) least = readers[i].got;
  return least;
}

static void go(uint64_t began) {
  going = 1;
  printf("ready %d %llu %llu\n", opened, (unsigned long long)(last_byte - began), (unsigned long long)least());
  for (int i = 0; i < count; i++) {
    readers[i].got = 0;
    struct epoll_event e = {.events = 0, .data.u32 = i};
    if (readers[i].stalled) epoll_ctl(poller, EPOLL_CTL_MOD, readers[i].fd, &e);
  }
  fflush(stdout);
}

static void finish(const char *file) {
  FILE *out = fopen(file, "w");
  fwrite(receipts, sizeof *receipts, receipt_count, out);
  fclose(out);
  printf("done %llu %d %d\n", (unsigned long long)receipt_count, closed, wrong);
  fflush(stdout);
  exit(0);
}

int main(int argc, char **argv) {
  if (argc != 5) { fprintf(stderr, "usage: readers PORT N STALLED EVENTS\n"); return 2; }
  port = atoi(argv[1]);
  count = atoi(argv[2]);
  stalled = atoi(argv[3]);
  signal(SIGPIPE, SIG_IGN);
  while (request_length < sizeof request - 512 && fgets(request + request_length, 512, stdin) && strcmp(request + request_length, ".\n"))
    request_length += strlen(request + request_length);
  readers = calloc(count, sizeof *readers);
  poller = epoll_create1(0);
  fcntl(0, F_SETFL, O_NONBLOCK);
  struct epoll_event in = {.events = EPOLLIN, .data.u32 = UINT32_MAX}, events[512];
  epoll_ctl(poller, EPOLL_CTL_ADD, 0, &in);
  uint64_t before = 0, looked = 0, began = now();
  for (;;) {
    while (next_reader < count && connecting < 512) dial(next_reader++);
    int n = epoll_wait(poller, events, 512, 2);
    for (int i = 0; i < n; i++) {
      if (events[i].data.u32 == UINT32_MAX) {
        if (read(0, chunk, sizeof chunk) >= 0) finish(argv[4]);
      } else happen(events[i].data.u32, events[i].events);
    }
    uint64_t t = now();
    if (!going && opened + closed == count && t - last_byte > 500000000u) go(began);
    if (going && t - looked > 2000000u) {
      uint64_t all = least();
      looked = t;
      if (all == before) continue;
      printf("min %llu\n", (unsigned long long)(before = all));
      fflush(stdout);
    }
  }
}
