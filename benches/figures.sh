#!/usr/bin/env bash
# Figures that no single command of cargo prints:
#   benches/figures.sh ideal    wall time over the ideal, 194 flags, 50 ms, by requests at once
#   benches/figures.sh curl     requests a second and per CPU second, beside curl -Z, in interleaved rounds
#   benches/figures.sh growth   memory, and CPU per flag, from 194 to 100,000 downloads, 194 at once
#   benches/figures.sh build    clean build time and size of one small program, with threads and with tasks
#   benches/figures.sh recording  wall and CPU time with --trace over those without, in interleaved rounds
# Needs curl for the second one. Takes about two minutes each; run it on a quiet machine.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${ROUNDS:-5}
[[ ${1:-} == build ]] || cargo build --quiet --release --bin compare --bin flag_server \
    --bin download_sequential --bin download_thread --bin download_async
bin=${CARGO_TARGET_DIR:-target}/release

# Median, lowest and highest of the numbers on standard input.
spread() {
    sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)], v[1], v[NR] }'
}

ideal() {
    echo "at once, version, wall s (median, min, max), ideal s, wall over ideal"
    for at_once in 1 5 20 50 194; do
        "$bin/compare" --bin-dir "$bin" --count 194 --max-req "$at_once" --delay 50 \
            --rounds "$rounds" --only thread,async --raw --no-save --json |
            awk -v c="$at_once" '
                { gsub(/[",]/, "") }
                $1 == "version:" { version = $2 }
                $1 == "wall_s:" { wall = 1 }
                $1 == "cpu_s:" { wall = 0 }
                wall && NF == 2 { figure[$1] = $2 }
                $1 == "ideal_s:" {
                    printf "%4d  %-10s  %.3f  %.3f  %.3f   %.3f  %.3f\n", c, version, figure["median:"],
                        figure["min:"], figure["max:"], $2, figure["median:"] / $2
                }'
    done
}

curl_rounds() {
    local count=5000 at_once=20
    local out base
    out=$(mktemp -d)
    coproc server { exec "$bin/flag_server" --ports 0,0,0 --until-stdin-closes; }
    read -r base <&"${server[0]}"
    local codes=bd/bd,br/br,cd/cd,cn/cn,de/de,eg/eg,et/et,fr/fr,id/id,in/in,ir/ir,jp/jp,mx/mx,ng/ng,ph/ph,pk/pk,ru/ru,tr/tr,us/us,vn/vn
    local ours=(--count "$count" --max-req "$at_once" --no-save --server "$base" --json)
    TIMEFORMAT='%R %U %S'
    for _ in $(seq "$rounds"); do
        { time "$bin/download_thread" "${ours[@]}" >"$out/said"; } 2>>"$out/thread"
        { time "$bin/download_async" "${ours[@]}" >"$out/said"; } 2>>"$out/async"
        { time "$bin/download_thread" --step raw "${ours[@]}" >"$out/said"; } 2>>"$out/raw_thread"
        { time "$bin/download_async" --step raw "${ours[@]}" >"$out/said"; } 2>>"$out/raw_async"
        { time curl -Z --parallel-max "$at_once" --no-progress-meter -o /dev/null \
            "$base/{$codes}.gif?[1-$((count / 20))]"; } 2>>"$out/curl"
    done
    echo "version, requests a second (median, min, max), per CPU second (median, min, max)"
    for version in thread async raw_thread raw_async curl; do
        printf '%-10s  %s   %s\n' "$version" \
            "$(awk -v n="$count" '{ printf "%.0f\n", n / $1 }' "$out/$version" | spread)" \
            "$(awk -v n="$count" '{ printf "%.0f\n", n / ($2 + $3) }' "$out/$version" | spread)"
    done
    rm -r "$out"
}

growth() {
    echo "flags, version, CPU us per flag (median, min, max), peak memory in MiB"
    for count in 194 1000 10000 100000; do
        "$bin/compare" --bin-dir "$bin" --count "$count" --max-req 194 --delay 0 \
            --rounds "$rounds" --only thread,async --raw --no-save --json |
            awk -v n="$count" '
                { gsub(/[",]/, "") }
                $1 == "version:" { version = $2 }
                $1 == "cpu_s:" { cpu = 1 }
                $1 == "}" { cpu = 0 }
                cpu && NF == 2 { figure[$1] = $2 * 1e6 / n }
                $1 == "peak_memory_bytes:" {
                    printf "%6d  %-10s  %6.1f %6.1f %6.1f   %5.1f\n", n, version,
                        figure["median:"], figure["min:"], figure["max:"], $2 / 1048576
                }'
    done
}

# The same small program twice, as packages of their own, each built from nothing.
build() {
    local out seconds half
    out=$(mktemp -d)
    for half in thread async; do
        mkdir -p "$out/$half/src"
        cp Cargo.lock "$out/$half/"
        printf '%s\n' '[package]' "name = \"$half-half\"" 'version = "0.1.0"' 'edition = "2024"' \
            '[profile.release]' 'strip = true' '[workspace]' '[dependencies]' >"$out/$half/Cargo.toml"
    done
    echo 'tokio = { version = "1", default-features = false, features = ["rt", "time"] }' >>"$out/async/Cargo.toml"
    cat >"$out/thread/src/main.rs" <<'RUST'
use std::{thread, time::Duration};

fn main() {
    let waits = || thread::sleep(Duration::from_millis(10));
    let units: Vec<_> = (0..5).map(|_| thread::spawn(waits)).collect();
    for unit in units {
        unit.join().unwrap();
    }
}
RUST
    cat >"$out/async/src/main.rs" <<'RUST'
use std::time::Duration;
use tokio::{runtime::Builder, task, time};

async fn run() {
    let waits = || time::sleep(Duration::from_millis(10));
    let units: Vec<_> = (0..5).map(|_| task::spawn(waits())).collect();
    for unit in units {
        unit.await.unwrap();
    }
}

fn main() {
    let runtime = Builder::new_current_thread().enable_time().build();
    runtime.unwrap().block_on(run());
}
RUST
    TIMEFORMAT=%R
    for _ in $(seq "$rounds"); do
        for half in thread async; do
            rm -rf "$out/target"
            seconds=$( { time cargo build --quiet --release --manifest-path "$out/$half/Cargo.toml" \
                --target-dir "$out/target"; } 2>&1 | tail -1)
            echo "$seconds" >>"$out/$half.seconds"
            "$out/target/release/$half-half"
            wc -c <"$out/target/release/$half-half" >"$out/$half.bytes"
        done
    done
    echo "half, clean build in s (median, min, max), size of the program in bytes (stripped)"
    for half in thread async; do
        printf '%-6s  %s   %s\n' "$half" "$(spread <"$out/$half.seconds")" "$(cat "$out/$half.bytes")"
    done
    rm -r "$out"
}

# Every round runs each program with and without a recording, next to each other.
recording() {
    local out
    out=$(mktemp -d)
    TIMEFORMAT='%U %S'
    for _ in $(seq "$rounds"); do
        for version in thread async; do
            for job in "20 --delay 50 --max-req 5" "5000 --delay 0 --max-req 20"; do
                for how in off on; do
                    local trace=()
                    [ $how = off ] || trace=(--trace "$out/trace.json")
                    # shellcheck disable=SC2086
                    { time "$bin/download_$version" --count $job --no-save --json "${trace[@]}" >"$out/said"; } \
                        2>>"$out/cpu.$version.${job%% *}.$how"
                    grep -o '"wall_s": *[0-9.]*' "$out/said" | grep -o '[0-9.]*$' \
                        >>"$out/wall.$version.${job%% *}.$how"
                done
            done
        done
    done
    echo "version, flags, wall s without (median, min, max), with, with over without (of each round)"
    for version in thread async; do
        for count in 20 5000; do
            local of="$out/wall.$version.$count"
            printf '%-6s  %4d  %s   %s   %s\n' "$version" "$count" "$(spread <"$of.off")" "$(spread <"$of.on")" \
                "$(paste "$of.off" "$of.on" | awk '{ printf "%.4f\n", $2 / $1 }' | spread)"
        done
    done
    echo "version, flags, CPU s with over without (the writing of the file included)"
    for version in thread async; do
        for count in 20 5000; do
            local of="$out/cpu.$version.$count"
            printf '%-6s  %4d  %s\n' "$version" "$count" \
                "$(paste "$of.off" "$of.on" | awk '{ printf "%.3f\n", ($3 + $4) / ($1 + $2) }' | spread)"
        done
    done
    rm -r "$out"
}

case ${1:-} in
    build) build ;;
    ideal) ideal ;;
    curl) curl_rounds ;;
    growth) growth ;;
    recording) recording ;;
    *) sed -n '2,9s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
