//! What a line is to a connection, and what a client is to a server
//! that has one unit for all.

mod support;

use std::{
    io::{BufRead, BufReader, Read, Result, Write},
    net::{TcpListener, TcpStream},
    sync::mpsc,
    thread,
};

use support::in_time;

/// Returns both ends of a connection.
fn connection() -> Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let client = TcpStream::connect(listener.local_addr()?)?;
    let (server, _) = listener.accept()?;
    Ok((client, server))
}

#[test]
fn a_read_returns_what_is_there_and_no_line() {
    in_time("pieces of lines", || {
        let (mut client, mut server) = connection()?;
        let mut buffer = [0; 256];
        client.write_all(b"sna")?;
        let size = server.read(&mut buffer)?;
        assert!((1..=3).contains(&size), "it ends without a line");
        client.write_all(b"il\npeacock\n")?;
        while server.peek(&mut buffer)? < 14 - size {
            thread::yield_now();
        }
        let rest = server.read(&mut buffer)?;
        assert_eq!(rest, 14 - size, "it goes on behind a line");
        Result::Ok(())
    })
    .expect("a connection");
}

#[test]
fn served_in_turn_a_client_waits_for_all_before_it() {
    in_time("clients that are served in turn", || {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = listener.local_addr()?;
        let (sender, served) = mpsc::channel();
        thread::spawn(move || -> Result<()> {
            for client in listener.incoming() {
                let mut line = String::new();
                BufReader::new(client?).read_line(&mut line)?;
                sender.send(line).ok();
            }
            Ok(())
        });
        let mut slow = TcpStream::connect(address)?;
        slow.write_all(b"sna")?;
        let mut quick = TcpStream::connect(address)?;
        quick.write_all(b"peacock\n")?;
        // However long we look on: the first one has not ended.
        assert!(served.try_recv().is_err());
        slow.write_all(b"il\n")?;
        let order = [0; 2].map(|_| served.recv().ok());
        let order = order.map(Option::unwrap_or_default);
        assert_eq!(order, ["snail\n", "peacock\n"]);
        Result::Ok(())
    })
    .expect("a server");
}
