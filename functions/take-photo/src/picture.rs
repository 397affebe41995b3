//! From a customer's file to the picture that is shown: upright, small, and nothing but pixels.
//!
//! It is decoded and encoded anew, so whatever else a file carries stays behind: where the photo was
//! taken, with which camera, what a hostile one hides.

use std::io::Cursor;

use app::photos::Developed;
use domain::{PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX, PhotoRefusal, Size};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView as _, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage, Rgba};

/// 50 megapixels of four 16-bit channels are 400 MB; with all that is made of them, they fit in the function's 1,024.
const MEMORY_MAX: u64 = 420 * 1024 * 1024;
/// Good to look at, and a tenth of what a phone writes.
const QUALITY: u8 = 82;

/// Makes the picture of a JPEG, PNG or WebP file.
///
/// # Errors
/// Why there is none.
pub fn develop(file: &[u8]) -> Result<Developed, PhotoRefusal> {
    let (picture, orientation) = read(file)?;
    let mut small = match picture.width().max(picture.height()) > PHOTO_SIDE_MAX {
        true => picture.resize(PHOTO_SIDE_MAX, PHOTO_SIDE_MAX, FilterType::Triangle),
        false => picture,
    };
    // Cameras write a picture as their sensor lies, and say how to turn it: now that it is small.
    small.apply_orientation(orientation);
    let opaque = on_white(&small);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&opaque).map_err(|_| PhotoRefusal::Unreadable)?;
    let (width, height) = opaque.dimensions();
    Ok(Developed { jpeg: jpeg.into(), size: Size { width, height } })
}

/// The picture as the file has it, and how it is to be turned.
fn read(file: &[u8]) -> Result<(DynamicImage, Orientation), PhotoRefusal> {
    let unreadable = |_| PhotoRefusal::Unreadable;
    let format = image::guess_format(file).map_err(unreadable)?;
    if format == ImageFormat::Jpeg && !is_whole_jpeg(file) {
        return Err(PhotoRefusal::Unreadable);
    }
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MAX);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    // Before a pixel is read: a file of a few kilobytes may claim to be as large as it likes.
    if u64::from(width) * u64::from(height) > PHOTO_PIXELS_MAX {
        return Err(PhotoRefusal::TooManyPixels);
    }
    // Without any it is as it should be.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(unreadable)?, orientation))
}

/// A JPEG has no transparency: what shows through is white, as paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let mut opaque = RgbImage::new(picture.width(), picture.height());
    for (pixel, (_, _, Rgba([red, green, blue, alpha]))) in opaque.pixels_mut().zip(picture.pixels()) {
        let over = |channel: u8| {
            let (channel, alpha) = (u16::from(channel), u16::from(alpha));
            let mixed = (channel * alpha + 255 * (255 - alpha)) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        };
        *pixel = Rgb([over(red), over(green), over(blue)]);
    }
    opaque
}

/// Whether a JPEG has an end behind its first scan. The decoder fills what is missing with grey, and a
/// photo cut short on its way is none; the end of a small picture within the file's head does not count.
fn is_whole_jpeg(file: &[u8]) -> bool {
    const SCAN: u8 = 0xda;
    const END: [u8; 2] = [0xff, 0xd9];
    let mut at = 2;
    // Segments: a mark of two bytes, then a length that counts itself.
    while let Some(&[0xff, mark, high, low]) = file.get(at..at + 4) {
        if mark == 0xff {
            at += 1;
            continue;
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
        if mark == SCAN {
            return file.get(at..).is_some_and(|rest| rest.windows(2).any(|mark| mark == END));
        }
    }
    false
}
