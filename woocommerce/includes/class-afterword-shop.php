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

	/** What the merchant entered: `https://reviews.example.com/p/acme`, or empty. */
	const ENTERED = 'afterword_shop';

	/** The same from the webhooks that Afterword added to this site. */
	const CONNECTED = 'afterword_connected';

	/** The address of a shop's public files, alone or in the lines to paste, and that of its webhooks. */
	const PUBLISHED = '~(https?://[^\s"\'<>]+?)/p/([a-z0-9][a-z0-9-]{0,31})(?![a-z0-9.-])~';
	const CALLED    = '~^(https?://\S+)/in/woocommerce/([a-z0-9][a-z0-9-]{0,31})$~';

	/** @var string Afterword's address, without a slash at its end. */
	public $base;

	/** @var string The shop's id. */
	public $id;

	private function __construct( $base, $id ) {
		$this->base = $base;
		$this->id   = $id;
	}

	public static function hook() {
		foreach ( array( 'woocommerce_new_webhook', 'woocommerce_webhook_updated', 'woocommerce_webhook_deleted' ) as $action ) {
			add_action( $action, array( __CLASS__, 'find_connected' ) );
		}
	}

	/**
	 * The shop that this site shows, or `null`.
	 *
	 * @return self|null
	 */
	public static function current() {
		return self::parse( (string) get_option( self::ENTERED, '' ) ) ?? self::parse( (string) get_option( self::CONNECTED, '' ) );
	}

	/**
	 * Finds a shop in what the merchant entered: the lines of "In your shop", or the address of its reviews.
	 *
	 * @param string $text What was pasted.
	 * @return self|null
	 */
	public static function parse( $text ) {
		return self::match( self::PUBLISHED, $text );
	}

	/**
	 * The shop that a webhook calls.
	 *
	 * @param WC_Webhook $webhook A webhook of this site.
	 * @return self|null `null` if it calls somebody else.
	 */
	public static function called_by( $webhook ) {
		return self::match( self::CALLED, $webhook->get_delivery_url() );
	}

	private static function match( $pattern, $text ) {
		if ( ! preg_match( $pattern, $text, $found ) ) {
			return null;
		}
		$host = (string) wp_parse_url( $found[1], PHP_URL_HOST );
		// Nobody may change reviews on their way. Loopback is for trying it.
		$is_safe = 0 === strpos( $found[1], 'https://' ) || in_array( $host, array( '127.0.0.1', 'localhost' ), true );
		return $is_safe && '' !== $host ? new self( $found[1], $found[2] ) : null;
	}

	/** The address of the shop's public files. */
	public function address() {
		return "{$this->base}/p/{$this->id}";
	}

	/** Notes which shop the webhooks of this site call. */
	public static function find_connected() {
		$connected = '';
		foreach ( self::webhooks() as $webhook ) {
			$shop = self::called_by( $webhook );
			if ( $shop && ( '' === $connected || 'active' === $webhook->get_status() ) ) {
				$connected = $shop->address();
			}
		}
		update_option( self::CONNECTED, $connected );
	}

	/**
	 * The site's webhooks.
	 *
	 * @return WC_Webhook[]
	 */
	public static function webhooks() {
		if ( ! class_exists( 'WC_Data_Store' ) ) {
			return array();
		}
		return array_filter( array_map( 'wc_get_webhook', WC_Data_Store::load( 'webhook' )->get_webhooks_ids() ) );
	}
}
