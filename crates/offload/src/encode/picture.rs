//! A flag as pixels, and from pixels to a larger flag.

use std::io;

use gif::{DecodeOptions, DecodingError, Encoder, Frame};

/// How many times wider and higher a picture is made: to half
/// a million pixels.
const SCALE: usize = 3;

/// The pixels of a flag.
#[derive(Clone, Debug)]
pub struct Picture {
    width: usize,
    height: usize,
    palette: Vec<u8>,
    pixels: Vec<u8>,
}

impl Picture {
    /// Reads the first frame of a GIF image.
    ///
    /// # Errors
    ///
    /// If there is none.
    pub fn decode(image: &[u8]) -> Result<Self, DecodingError> {
        let mut options = DecodeOptions::new();
        options.set_color_output(gif::ColorOutput::Indexed);
        let mut decoder = options.read_info(image)?;
        let palette = decoder.global_palette().map(<[u8]>::to_vec);
        let missing = || io::Error::other("there is no frame");
        let frame =
            decoder.read_next_frame()?.ok_or_else(missing)?;
        let palette = frame.palette.clone().or(palette);
        Ok(Self {
            width: frame.width.into(),
            height: frame.height.into(),
            palette: palette.unwrap_or_default(),
            pixels: frame.buffer.to_vec(),
        })
    }

    /// Returns how many bytes its pixels take.
    pub fn bytes(&self) -> usize {
        self.pixels.len()
    }

    /// Returns how many bytes its pixels take when it is enlarged.
    pub fn large_bytes(&self) -> usize {
        self.bytes() * SCALE * SCALE
    }

    /// Enlarges it and encodes it as a GIF image: this computes
    /// all the time.
    ///
    /// # Errors
    ///
    /// If it is too large for a GIF image.
    pub fn encode_large(&self) -> io::Result<Vec<u8>> {
        let mut pixels = Vec::with_capacity(self.large_bytes());
        for row in self.pixels.chunks_exact(self.width) {
            let start = pixels.len();
            for pixel in row {
                pixels.resize(pixels.len() + SCALE, *pixel);
            }
            let row = start..pixels.len();
            for _ in 1..SCALE {
                pixels.extend_from_within(row.clone());
            }
        }
        let side = |side: usize| {
            u16::try_from(side * SCALE).map_err(io::Error::other)
        };
        let (width, height) =
            (side(self.width)?, side(self.height)?);
        let frame =
            Frame::from_indexed_pixels(width, height, pixels, None);
        let mut gif = Vec::new();
        Encoder::new(&mut gif, width, height, &self.palette)
            .and_then(|mut encoder| encoder.write_frame(&frame))
            .map_err(io::Error::other)?;
        Ok(gif)
    }
}
