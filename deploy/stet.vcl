vcl 4.1;
# Stet behind Varnish: pages, differences and segments from memory, streams straight through. Checked by test/cache.test.ts.

backend stet {
    .host = "127.0.0.1";
    .port = "4600";
    # A held request is answered after 15 seconds at the latest.
    .first_byte_timeout = 30s;
    .between_bytes_timeout = 60s;
}

sub vcl_recv {
    # A stream is passed byte for byte, over a connection of its own.
    if (req.url ~ "^/[a-z0-9-]+/stream(\?|$)") {
        return (pipe);
    }
    if (req.url ~ "^/(desk|metrics|readyz)(/|\?|$)" || (req.method != "GET" && req.method != "HEAD")) {
        return (pass);
    }
    # Readers have no cookies here; those of others on the same host are none of our business.
    unset req.http.Cookie;
    # Two copies of each page, not one for each way of writing the header.
    if (req.http.Accept-Encoding ~ "br") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "gzip") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    return (hash);
}

sub vcl_pipe {
    # One request a connection: the next may be another's to answer.
    set bereq.http.Connection = "close";
}

sub vcl_backend_response {
    # What nobody may keep is not waited for either.
    if (beresp.http.Cache-Control ~ "no-store") {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    # While Stet is away, what is there is better than nothing.
    set beresp.grace = 10s;
    set beresp.keep = 1d;
}
