// A bad wire between the network namespaces of two processes: packets come late, out of order, twice or not at all.
//
// wire PID PID LOSS DELAY      cc -O2 -o wire wire.c
//
// The first process gets the address 10.9.0.1, the second 10.9.0.2. LOSS of 100 packets are lost and as many doubled; each is held for up to
// DELAY milliseconds. Prints `ready`; a `c` on standard input cuts the wire, an `m` mends it, its end ends.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

struct packet { uint64_t due; int to; ssize_t length; char bytes[2048]; };
static struct packet held[8192];
static int count, cut, loss, delay;

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

static void must(int holds, const char *what) {
  if (!holds) { perror(what); exit(1); }
}

static void set(int s, struct ifreq *r, unsigned long what, const char *address) {
  struct sockaddr_in *in = (void *)&r->ifr_addr;
  *in = (struct sockaddr_in){.sin_family = AF_INET};
  inet_pton(AF_INET, address, &in->sin_addr);
  must(ioctl(s, what, r) == 0, address);
}

// The wire's end in a process's namespace, which stays open when we leave that.
static int end_in(const char *pid, const char *own, const char *other) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%s/ns/net", pid);
  int space = open(path, O_RDONLY);
  must(space >= 0 && setns(space, CLONE_NEWNET) == 0, path);
  int tun = open("/dev/net/tun", O_RDWR | O_NONBLOCK), s = socket(AF_INET, SOCK_DGRAM, 0);
  struct ifreq r = {.ifr_name = "wire", .ifr_flags = IFF_TUN | IFF_NO_PI};
  must(tun >= 0 && ioctl(tun, TUNSETIFF, &r) == 0, "/dev/net/tun");
  set(s, &r, SIOCSIFADDR, own);
  set(s, &r, SIOCSIFDSTADDR, other);
  r.ifr_flags = IFF_UP | IFF_RUNNING;
  must(ioctl(s, SIOCSIFFLAGS, &r) == 0, "up");
  close(s);
  close(space);
  return tun;
}

static void hold(const struct packet *p) {
  if (cut || rand() % 100 < loss || count == sizeof held / sizeof *held) return;
  held[count] = *p;
  held[count++].due = now() + (delay ? rand() % (delay * 1000) : 0);
}

static void carry(int from, int to) {
  struct packet p = {.to = to};
  while ((p.length = read(from, p.bytes, sizeof p.bytes)) > 0) {
    hold(&p);
    if (rand() % 100 < loss) hold(&p);
  }
}

int main(int argc, char **argv) {
  if (argc != 5) { fprintf(stderr, "usage: wire PID PID LOSS DELAY\n"); return 2; }
  loss = atoi(argv[3]);
  delay = atoi(argv[4]);
  int one = end_in(argv[1], "10.9.0.1", "10.9.0.2"), other = end_in(argv[2], "10.9.0.2", "10.9.0.1");
  printf("ready\n");
  fflush(stdout);
  struct pollfd ends[] = {{one, POLLIN, 0}, {other, POLLIN, 0}, {0, POLLIN, 0}};
  for (;;) {
    poll(ends, 3, count ? 1 : -1);
    if (ends[0].revents) carry(one, other);
    if (ends[1].revents) carry(other, one);
    char word;
    if (ends[2].revents) {
      if (read(0, &word, 1) <= 0) return 0;
      cut = word == 'c' ? 1 : word == 'm' ? 0 : cut;
    }
    // What is under way when the wire is cut is lost with it.
    if (cut) count = 0;
    for (int i = 0; i < count;) {
      if (held[i].due > now()) { i++; continue; }
      if (write(held[i].to, held[i].bytes, held[i].length) < 0) {}
      held[i] = held[--count];
    }
  }
}
