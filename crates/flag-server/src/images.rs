//! From an emoji to a flag that one can look at.
//!
//! Enlarging takes the nearest pixel. Smoothing between pixels was
//! tried: a little nicer when seen very large, not to be told
//! apart on the index page, 2.5 times as slow (1.1 ms a flag
//! instead of 0.4 ms), and twice the code. The nearest pixel also
//! keeps each flag's colours: at most 186, so that a GIF's palette
//! of 256 holds them all and nothing is lost.

use std::{collections::HashMap, io::Cursor};

use flags::Code;
use gif::{Encoder, Frame};
use png::{Decoder, Transformations};
use twemoji_assets::png::PngTwemojiAsset;

/// The part of the emoji, a square of 72 pixels, that is flag.
const WIDTH: usize = 72;
const HEIGHT: usize = 52;
const TOP: usize = 10;

/// How many times wider and higher the flag is made.
const SCALE: usize = 4;

type Rgb = [u8; 3];

/// Draws the flag of `code`, if it has one, as a GIF.
pub(crate) fn gif(code: Code) -> Option<Vec<u8>> {
    let emoji = PngTwemojiAsset::from_emoji(&emoji(code))?;
    let pixels: Vec<Rgb> = decode(emoji.data.0)
        .chunks_exact(4)
        .skip(TOP * WIDTH)
        .take(HEIGHT * WIDTH)
        .map(|rgba| on_white(rgba[0], rgba[1], rgba[2], rgba[3]))
        .collect();
    let (palette, pixels) = index(&pixels);
    Some(encode(&palette, enlarge(&pixels)))
}

/// Spells the code in the letters that make an emoji flag.
fn emoji(code: Code) -> String {
    let shift = '🇦' as u32 - 'A' as u32;
    code.as_str()
        .chars()
        .filter_map(|letter| char::from_u32(letter as u32 + shift))
        .collect()
}

/// Reads the pixels of a PNG, four bytes each.
fn decode(png: &'static [u8]) -> Vec<u8> {
    let mut decoder = Decoder::new(Cursor::new(png));
    decoder.set_transformations(
        Transformations::normalize_to_color8()
            | Transformations::ALPHA,
    );
    let mut reader = decoder.read_info().expect("a sound PNG");
    let size_bytes = reader.output_buffer_size();
    let mut pixels = vec![0; size_bytes.expect("a small PNG")];
    reader.next_frame(&mut pixels).expect("a whole PNG");
    pixels
}

/// Lays a pixel that may be transparent on white.
fn on_white(red: u8, green: u8, blue: u8, alpha: u8) -> Rgb {
    [red, green, blue].map(|colour| {
        let (colour, alpha) = (u32::from(colour), u32::from(alpha));
        ((colour * alpha + 255 * (255 - alpha)) / 255) as u8
    })
}

/// Splits pixels into a palette and places in that palette.
fn index(pixels: &[Rgb]) -> (Vec<Rgb>, Vec<u8>) {
    let (mut palette, mut places) = (Vec::new(), HashMap::new());
    let pixels = pixels.iter().map(|pixel| {
        *places.entry(*pixel).or_insert_with(|| {
            palette.push(*pixel);
            u8::try_from(palette.len() - 1)
                .expect("no flag has more than 256 colours")
        })
    });
    let pixels = pixels.collect();
    (palette, pixels)
}

/// Repeats each pixel to the right and downwards.
fn enlarge(pixels: &[u8]) -> Vec<u8> {
    let mut large =
        Vec::with_capacity(pixels.len() * SCALE * SCALE);
    for row in pixels.chunks_exact(WIDTH) {
        let row: Vec<u8> =
            row.iter().flat_map(|pixel| [*pixel; SCALE]).collect();
        large.extend(row.repeat(SCALE));
    }
    large
}

/// Writes a GIF of one frame.
fn encode(palette: &[Rgb], pixels: Vec<u8>) -> Vec<u8> {
    let (width, height) =
        ((WIDTH * SCALE) as u16, (HEIGHT * SCALE) as u16);
    let frame =
        Frame::from_indexed_pixels(width, height, pixels, None);
    let mut gif = Vec::new();
    Encoder::new(&mut gif, width, height, &palette.concat())
        .and_then(|mut encoder| encoder.write_frame(&frame))
        .expect("writing to memory does not fail");
    gif
}
