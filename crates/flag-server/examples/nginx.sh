#!/bin/sh
# Requests a second of flag_server and of nginx with one process:
# the same flag, no delay, kept-alive connections.
#
#   sh crates/flag-server/examples/nginx.sh [ROUNDS]
#
# Needs nginx, wrk and curl. The two take turns within each round;
# ratios are of the same round. Both listen on loopback only, and
# end with this script.
set -eu
rounds=${1:-7}
cd "$(dirname "$0")/../../.."
cargo build --release --bin flag_server
room=$(mktemp -d)
trap 'kill $server $nginx 2>/dev/null; rm -r "$room"' EXIT

"${CARGO_TARGET_DIR:-target}/release/flag_server" \
    --ports 0,0,0 >"$room/urls" &
server=$!
until [ "$(wc -l <"$room/urls")" -eq 3 ]; do sleep 0.1; done
flags=$(head -n 1 "$room/urls")/br/br.gif

chmod 755 "$room"
mkdir -p "$room/flags/br"
curl -sSo "$room/flags/br/br.gif" "$flags"
cat >"$room/nginx.conf" <<CONF
daemon off;
worker_processes 1;
pid $room/pid;
error_log $room/error.log;
events { worker_connections 4096; }
http {
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 100000000;
    open_file_cache max=100;
    types { image/gif gif; }
    client_body_temp_path $room/body;
    proxy_temp_path $room/proxy;
    fastcgi_temp_path $room/fastcgi;
    uwsgi_temp_path $room/uwsgi;
    scgi_temp_path $room/scgi;
    server { listen 127.0.0.1:8099 backlog=4096; root $room; }
}
CONF
nginx -e "$room/error.log" -c "$room/nginx.conf" &
nginx=$!
theirs=http://127.0.0.1:8099/flags/br/br.gif
until curl -sSfo /dev/null "$theirs" 2>/dev/null; do sleep 0.1; done

# One second to settle, then three that count.
rate() {
    wrk -t1 -c"$1" -d1 "$2" >/dev/null
    wrk -t1 -c"$1" -d3 "$2" >"$room/wrk"
    ! grep -i 'non-2xx\|socket errors' "$room/wrk" >&2
    awk '/Requests\/sec/ { print $2 }' "$room/wrk"
}

for round in $(seq "$rounds"); do
    for connections in 1 50 194; do
        ours=$(rate "$connections" "$flags")
        other=$(rate "$connections" "$theirs")
        echo "$connections $ours $other"
    done
done | tee /dev/stderr | sort -n | awk '
    # Prints the median, the least and the most of column `c`.
    function spread(c,   i, j, t) {
        for (i = 2; i <= n; i++)
            for (j = i; j > 1 && v[c, j] < v[c, j - 1]; j--) {
                t = v[c, j]; v[c, j] = v[c, j - 1]; v[c, j - 1] = t
            }
        printf "  %9.2f (%.2f-%.2f)", \
            v[c, int((n + 1) / 2)], v[c, 1], v[c, n]
    }
    function flush() {
        printf "%4d", last
        for (c = 1; c <= 3; c++) spread(c)
        print ""
    }
    BEGIN { print "   C  flag_server  nginx  ratio: median (min-max)" }
    NR > 1 && $1 != last { flush(); n = 0 }
    { last = $1; n++; v[1, n] = $2; v[2, n] = $3; v[3, n] = $2 / $3 }
    END { flush() }'
