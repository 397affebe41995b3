//! Makes the picture that pages show from a customer's file: upright, small, and nothing but pixels.
//!
//! The picture is decoded and encoded again, so that nothing else in the file remains: no place, no camera, and nothing
//! hostile.

use std::io::Cursor;

use app::review::photos::PhotoFile;
use domain::review::{
    PHOTO_LENGTH_MAX, PHOTO_PIXELS_MAX, PHOTO_SIDE_MAX, PhotoRefusal, SMALL_BYTES_MAX, SMALL_SIDE_MAX, Size,
};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView as _, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage, Rgba};
use moxcms::{CmsError, ColorProfile, Layout, TransformOptions};

use crate::take::Developed;

/// 50 megapixels of four 16-bit channels are 400 MB. With their copies they fit into the function's 1,024 MB.
const MEMORY_MAX: u64 = 420 * 1024 * 1024;
/// Looks good, and makes a file a tenth as large as a phone's.
const QUALITY: u8 = 82;
/// The qualities that are tried for a small copy, until one is small enough. At 5, 320 x 320 pixels of noise have 6 KB.
const SMALL_QUALITIES: [u8; 5] = [76, 60, 40, 20, 5];

/// Makes a small JPEG from a JPEG, PNG or WebP file.
/// Errors: [`PhotoRefusal`] says why it cannot.
pub fn develop(file: &[u8]) -> Result<Developed, PhotoRefusal> {
    let Photo { picture, orientation, profile } = read(file)?;
    let mut small = match picture.width().max(picture.height()) > PHOTO_SIDE_MAX {
        true => picture.resize(PHOTO_SIDE_MAX, PHOTO_SIDE_MAX, FilterType::Triangle),
        false => picture,
    };
    // Cameras store the sensor's pixels, and how to turn them. It is cheaper to turn the small picture.
    small.apply_orientation(orientation);
    if let Some(profile) = profile {
        // Browsers, too, show the pixels as they are if the profile is broken or is that of a press.
        small = in_srgb(&small, &profile).unwrap_or(small);
    }
    let opaque = on_white(&small);
    let (width, height) = opaque.dimensions();
    let size = Size { width, height };
    let file = PhotoFile { full: encoded(&opaque, QUALITY)?.into(), small: small_copy(&opaque, size)?.into() };
    Ok(Developed { file, size })
}

/// The copy that lists show, of at most [`SMALL_BYTES_MAX`] bytes. Only a noisy picture loses quality because of this
/// limit.
fn small_copy(picture: &RgbImage, size: Size) -> Result<Vec<u8>, PhotoRefusal> {
    let Size { width, height } = size.within(SMALL_SIDE_MAX);
    let small = image::imageops::resize(picture, width, height, FilterType::Triangle);
    for quality in SMALL_QUALITIES {
        let jpeg = encoded(&small, quality)?;
        if jpeg.len() <= SMALL_BYTES_MAX {
            return Ok(jpeg);
        }
    }
    Err(PhotoRefusal::Unreadable)
}

fn encoded(picture: &RgbImage, quality: u8) -> Result<Vec<u8>, PhotoRefusal> {
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, quality).encode_image(picture).map_err(|_| PhotoRefusal::Unreadable)?;
    Ok(jpeg)
}

struct Photo {
    picture: DynamicImage,
    orientation: Orientation,
    /// The ICC profile, if the file has one. Phones write the wide colours of Display P3.
    profile: Option<Vec<u8>>,
}

fn read(file: &[u8]) -> Result<Photo, PhotoRefusal> {
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
    // Checked before any pixel is read, because a file of a few kilobytes can claim any size.
    if u64::from(width) * u64::from(height) > PHOTO_PIXELS_MAX || width.max(height) > PHOTO_LENGTH_MAX {
        return Err(PhotoRefusal::TooManyPixels);
    }
    // A file without an orientation is upright.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    Ok(Photo { picture: DynamicImage::from_decoder(decoder).map_err(unreadable)?, orientation, profile })
}

/// The picture in the colours that a file without a profile has.
fn in_srgb(picture: &DynamicImage, profile: &[u8]) -> Result<DynamicImage, CmsError> {
    let from = ColorProfile::new_from_slice(profile)?;
    let (srgb, options) = (ColorProfile::new_srgb(), TransformOptions::default());
    let transform = from.create_transform_8bit(Layout::Rgba, &srgb, Layout::Rgba, options)?;
    let pixels = picture.to_rgba8();
    let mut turned = pixels.clone();
    transform.transform(&pixels, &mut turned)?;
    Ok(turned.into())
}

/// Puts the picture on white, because a JPEG has no transparency.
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

/// Whether a JPEG has an end marker after its first scan. The decoder would fill the missing part of a truncated photo with
/// grey. The end marker of a thumbnail in the file's head does not count.
fn is_whole_jpeg(file: &[u8]) -> bool {
    const SCAN: u8 = 0xda;
    const END: [u8; 2] = [0xff, 0xd9];
    let mut at = 2;
    // Segments: a marker of two bytes, then a length that includes itself.
    while let Some(&[0xff, marker, high, low]) = file.get(at..at + 4) {
        if marker == 0xff {
            at += 1;
            continue;
        }
        at += 2 + usize::from(u16::from_be_bytes([high, low]));
        if marker == SCAN {
            return file.get(at..).is_some_and(|rest| rest.windows(2).any(|pair| pair == END));
        }
    }
    false
}
