<?php
/**
 * Which shop of which Afterword this site shows.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * A shop in Afterword: an address such as `https://reviews.example.com`, and the shop's id.
 */
class Afterword_Shop {

	/** What the merchant entered instead of connecting: `https://reviews.example.com/p/acme`, or empty. */
	const ENTERED = 'afterword_shop';

	/** A shop's id, and the address of its public files, alone or in the lines to paste. */
	const ID        = '[a-z0-9][a-z0-9-]{0,31}';
	const PUBLISHED = '~(https?://[^\s"\'<>?#@]+?)/p/(' . self::ID . ')(?![a-z0-9.-])~';

	/** @var string Afterword's address, without a slash at its end. */
	public $base;

	/** @var string The shop's id. */
	public $id;

	private function __construct( $base, $id ) {
		$this->base = $base;
		$this->id   = $id;
	}

	/**
	 * The shop that this site shows, or `null`.
	 *
	 * @return self|null
	 */
	public static function current() {
		$connection = Afterword_Connection::stored();
		return $connection ? new self( $connection['base'], $connection['shop'] ) : self::parse( (string) get_option( self::ENTERED, '' ) );
	}

	/**
	 * Finds a shop in what the merchant entered: the lines of "In your shop", or the address of its reviews.
	 *
	 * @param string $text What was pasted.
	 * @return self|null
	 */
	public static function parse( $text ) {
		$base = preg_match( self::PUBLISHED, $text, $found ) ? self::base( $found[1] ) : '';
		return '' === $base ? null : new self( $base, $found[2] );
	}

	/**
	 * An address of Afterword as it is stored.
	 *
	 * @param string $text What somebody entered.
	 * @return string Empty if it is none.
	 */
	public static function base( $text ) {
		$base = rtrim( trim( $text ), '/' );
		if ( ! preg_match( '~^https?://[^\s"\'<>?#@]+$~', $base ) ) {
			return '';
		}
		$host = (string) wp_parse_url( $base, PHP_URL_HOST );
		// Nobody may change reviews on their way. Loopback is for trying it.
		$is_safe = 0 === strpos( $base, 'https://' ) || in_array( $host, array( '127.0.0.1', 'localhost' ), true );
		return $is_safe && '' !== $host ? $base : '';
	}

	/** The address of the shop's public files. */
	public function address() {
		return "{$this->base}/p/{$this->id}";
	}
}
