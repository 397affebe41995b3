<?php
/**
 * What Afterword is told about an order or a product.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/** Orders and products in the words of Afterword's API, read at the moment at which they are sent. */
class Afterword_State {

	/** The option with the key of an order's metadata in which another plug-in notes whether the buyer agrees to be asked. */
	const CONSENT = 'afterword_consent';

	/** Afterword's id of a product is this and its number. */
	const PRODUCT = 'woo-';

	/** Somebody is at the checkout, or the shop's staff began to enter an order. */
	const DRAFTS = array( 'checkout-draft', 'auto-draft', 'draft', 'new' );

	/** WooCommerce never clears the date of completion, but these statuses of its own take a completion back. */
	const OPEN = array( 'pending', 'processing', 'on-hold' );

	const STATUSES = array( 'pending' => 'pending', 'on-hold' => 'pending', 'failed' => 'failed', 'completed' => 'fulfilled', 'cancelled' => 'cancelled', 'refunded' => 'refunded' );

	/** Where WPML, TranslatePress and Weglot note the language of the checkout. */
	const LANGUAGES = array( 'wpml_language', 'trp_language', 'weglot_language' );

	/** Where a line notes its kit, and where the kit's line has the same value: its own key, or its product. */
	const KITS = array(
		'_bundled_by'       => '_bundle_cart_key',
		'_composite_parent' => '_composite_cart_key',
		'_mnm_container'    => '_mnm_cart_key',
		'_woosb_parent_id'  => '',
		'_wooco_parent_id'  => '',
	);

	const INSTANT = 'Y-m-d\TH:i:s\Z';

	/** The most lines of an order and labels of a product, and the most characters of a text. */
	const LIST_MAX = 250;
	const TEXT_MAX = 200;

	/** Currencies by their digits behind the point, where these are not two. */
	const DECIMALS = array(
		0 => 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
		3 => 'BHD IQD JOD KWD LYD OMR TND',
		4 => 'CLF UYW',
	);

	/** An order or a product, without the control characters that plug-ins let into numbers: Afterword takes no call with them. */
	public static function of( $kind, $id, $number ) {
		$state = 'order' === $kind ? self::order( $id, $number ) : self::product( $id );
		if ( $state ) {
			array_walk_recursive(
				$state,
				function ( &$value ) {
					$value = is_string( $value ) ? preg_replace( '/[\x00-\x1f\x7f]/', '', $value ) : $value;
				}
			);
		}
		return $state;
	}

	/**
	 * An order.
	 *
	 * @param int    $id     Its id.
	 * @param string $number Its number when it was last read; empty if it never was.
	 * @return array|null `null` if it is nothing that Afterword is told about.
	 */
	public static function order( $id, $number ) {
		$head  = array( 'id' => $number, 'system_id' => (string) $id, 'as_of' => self::now() );
		$order = wc_get_order( $id );
		if ( ! $order ) {
			return '' === $number ? null : $head + array( 'status' => 'deleted' );
		}
		if ( ! self::is_told( $order ) ) {
			return null;
		}
		$status     = $order->get_status();
		$head['id'] = (string) $order->get_order_number();
		if ( 'trash' === $status ) {
			return $head + array( 'status' => 'deleted' );
		}
		$completed    = in_array( $status, self::OPEN, true ) ? null : $order->get_date_completed();
		$completed    = 'completed' === $status && ! $completed ? $order->get_date_modified() : $completed;
		$is_fulfilled = 'fulfilled' === $order->get_meta( '_fulfillment_status' );
		$lines        = self::lines( $order );
		$email        = trim( (string) $order->get_billing_email() );
		// WordPress writes `deleted@site.invalid` in place of a removed address.
		$is_anonymised = 'yes' === $order->get_meta( '_anonymized' ) || preg_match( '/\.invalid$/i', $email );
		$name          = self::plain( $order->get_billing_first_name() . ' ' . $order->get_billing_last_name() );
		$country       = $order->get_shipping_country() ? $order->get_shipping_country() : $order->get_billing_country();
		return $head + self::without_null(
			array(
				'status'     => self::STATUSES[ $status ] ?? ( $completed || $is_fulfilled ? 'fulfilled' : 'placed' ),
				'anonymised' => (bool) $is_anonymised,
				'currency'   => $order->get_currency(),
				'placed_at'  => self::instant( $order->get_date_created() ),
				'paid'       => $completed || ( $order->get_date_paid() && 'cod' !== $order->get_payment_method() ),
				'shipments'  => self::shipments( $order, $lines, $is_fulfilled ),
				'lines'      => $lines,
				'language'   => self::language( $order ),
				'country'    => preg_match( '/^[A-Z]{2}$/', $country ) ? $country : null,
				'agrees'     => self::agrees( $order ),
				'test'       => 'test' === $order->get_meta( '_wcpay_mode' ) || 'sandbox' === $order->get_meta( '_ppcp_paypal_payment_mode' ),
				'in_store'   => 1 === preg_match( '/(^|-)pos(-|$)/', (string) $order->get_created_via() ),
			)
		) + array(
			// Nothing is told about a buyer without an address, because no erasure could find it.
			'buyer'        => $is_anonymised || ! is_email( $email ) ? null : array_filter( compact( 'email', 'name' ) ),
			'completed_at' => self::instant( $completed ),
		);
	}

	/** Whether Afterword is told about an order: no draft, and nothing else that is stored as an order. */
	public static function is_told( $order ) {
		$status = $order->get_status();
		$status = 'trash' === $status ? preg_replace( '/^wc-/', '', (string) $order->get_meta( '_wp_trash_meta_status' ) ) : $status;
		return 'shop_order' === $order->get_type() && ! in_array( $status, self::DRAFTS, true );
	}

	private static function lines( $order ) {
		$items = array();
		foreach ( $order->get_items() as $item ) {
			if ( $item instanceof WC_Order_Item_Product && $item->get_quantity() > 0 && count( $items ) < self::LIST_MAX ) {
				$items[] = $item;
			}
		}
		$units = 100;
		foreach ( self::DECIMALS as $decimals => $currencies ) {
			$units = false === strpos( $currencies, $order->get_currency() ) ? $units : 10 ** $decimals;
		}
		$lines = array();
		$kit   = '0';
		foreach ( $items as $item ) {
			$part_of = self::part_of( $item, $items, $kit );
			$kit     = null === $part_of ? (string) $item->get_id() : $kit;
			$lines[] = self::line( $order, $item, $units ) + self::without_null( array( 'part_of' => $part_of ) );
		}
		return $lines;
	}

	private static function line( $order, $item, $units ) {
		$product  = $item->get_product();
		$parent   = $item->get_variation_id() ? wc_get_product( $item->get_product_id() ) : $product;
		$quantity = max( 1, (int) round( $item->get_quantity() ) );
		$title    = self::plain( $item->get_variation_id() && $parent ? $parent->get_name() : $item->get_name() );
		return self::without_null(
			array(
				'id'                => (string) $item->get_id(),
				'catalog_item_id'   => $item->get_product_id() ? self::PRODUCT . $item->get_product_id() : null,
				'title'             => '' === $title ? '–' : $title,
				'variant'           => $product && $item->get_variation_id() ? self::variant( $item, $product ) : null,
				'sku'               => $product ? self::name( $product->get_sku() ) : null,
				'gtin'              => $product ? self::gtin( $product ) : null,
				'image_url'         => $product ? self::image( $product ) : null,
				'url'               => $parent && 'publish' === $parent->get_status() ? self::https( $parent->get_permalink() ) : null,
				'unit_price'        => max( 0, (int) round( $item->get_total() / $item->get_quantity() * $units ) ),
				'quantity'          => $quantity,
				'refunded_quantity' => self::refunded( $order, $item, $quantity ),
				'gift_card'         => $product && ( in_array( $product->get_type(), array( 'gift-card', 'gift_card', 'pw-gift-card' ), true ) || 'yes' === $product->get_meta( '_gift_card' ) ),
				'ships'             => ! $product || $product->needs_shipping(),
			)
		);
	}

	/** How many of a line were paid back. Staff often enters the line's amount and leaves its quantity empty. */
	private static function refunded( $order, $item, $quantity ) {
		$refunded = abs( (int) $order->get_qty_refunded_for_item( $item->get_id() ) );
		$total    = round( (float) $item->get_total(), 4 );
		if ( ! $refunded && $total > 0 && round( (float) $order->get_total_refunded_for_item( $item->get_id() ), 4 ) >= $total ) {
			$refunded = $quantity;
		}
		return min( $quantity, $refunded );
	}

	/** The values of a variation, as the buyer chose them. */
	private static function variant( $item, $variation ) {
		$values = array();
		foreach ( $variation->get_attributes() as $name => $value ) {
			$chosen = $item->get_meta( $name );
			$value  = is_string( $chosen ) && '' !== $chosen ? $chosen : $value;
			$term   = taxonomy_exists( $name ) ? get_term_by( 'slug', $value, $name ) : null;

			$values[] = self::plain( $term ? $term->name : $value );
		}
		$variant = self::plain( implode( ', ', array_filter( $values, 'strlen' ) ) );
		return '' === $variant ? null : $variant;
	}

	/** The line of the kit to which a line belongs. A kit stands before its parts. */
	private static function part_of( $item, array $items, $before ) {
		foreach ( self::KITS as $key => $of_kit ) {
			$value = (string) $item->get_meta( $key );
			if ( '' === $value || '0' === $value ) {
				continue;
			}
			foreach ( $items as $kit ) {
				$names = '' === $of_kit ? array( (string) $kit->get_product_id(), (string) $kit->get_variation_id() ) : array( (string) $kit->get_meta( $of_kit ) );
				if ( $kit !== $item && in_array( $value, $names, true ) ) {
					return (string) $kit->get_id();
				}
			}
			return $before;
		}
		return null;
	}

	/** WooCommerce's fulfilments, since version 10.1; or all lines, where a plug-in only says that they left. */
	private static function shipments( $order, array $lines, $is_fulfilled ) {
		$shipments = array();
		foreach ( self::fulfillments( $order ) as $one ) {
			if ( $one->get_is_fulfilled() ) {
				// Earlier versions wrote the shop's time.
				$left        = (string) $one->get_date_fulfilled();
				$left        = strtotime( ( method_exists( $one, 'set_props_from_storage' ) ? $left : get_gmt_from_date( $left ) ) . ' UTC' );
				$shipments[] = self::shipment( $one->get_id(), wp_list_pluck( $one->get_items(), 'qty', 'item_id' ), gmdate( self::INSTANT, (int) $left ) );
			}
		}
		if ( $is_fulfilled && ! $shipments ) {
			$shipments[] = self::shipment( 'all', wp_list_pluck( $lines, 'quantity', 'id' ), self::instant( $order->get_date_modified() ) );
		}
		return $shipments;
	}

	private static function shipment( $id, array $quantities, $left_at ) {
		$lines = array();
		foreach ( $quantities as $line => $quantity ) {
			$lines[] = array( 'id' => (string) $line, 'quantity' => (int) $quantity );
		}
		return array( 'id' => (string) $id, 'lines' => $lines, 'left_at' => $left_at, 'arrived_at' => null, 'taken_back' => false );
	}

	private static function fulfillments( $order ) {
		if ( 'yes' !== get_option( 'woocommerce_feature_fulfillments_enabled' ) ) {
			return array();
		}
		try {
			// In 10.5, it was no data store by name yet.
			$before = 'Automattic\WooCommerce\Internal\DataStores\Fulfillments\FulfillmentsDataStore';
			$store  = class_exists( $before ) ? wc_get_container()->get( $before ) : WC_Data_Store::load( 'order-fulfillment' );
			return (array) $store->read_fulfillments( WC_Order::class, (string) $order->get_id() );
		} catch ( Exception $missing ) {
			return array();
		}
	}

	private static function language( $order ) {
		$language = function_exists( 'pll_get_post_language' ) ? (string) pll_get_post_language( $order->get_id() ) : '';
		foreach ( self::LANGUAGES as $key ) {
			$language = '' === $language ? (string) $order->get_meta( $key ) : $language;
		}
		return preg_match( '/^[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*$/', $language ) ? str_replace( '_', '-', $language ) : null;
	}

	private static function agrees( $order ) {
		$key   = (string) get_option( self::CONSENT, '' );
		$value = '' !== $key && $order->meta_exists( $key ) ? $order->get_meta( $key ) : null;
		return is_scalar( $value ) ? in_array( strtolower( trim( (string) $value ) ), array( '1', 'yes', 'true', 'on' ), true ) : null;
	}

	/** A product by its number, or `null` if it is nothing that Afterword is told about. */
	public static function product( $id ) {
		$head    = array( 'id' => self::PRODUCT . $id, 'as_of' => self::now() );
		$product = wc_get_product( $id );
		if ( ! $product || 'trash' === $product->get_status() ) {
			return $head + array( 'published' => 'no_longer' );
		}
		$title = self::plain( $product->get_name() );
		if ( '' === $title || 'auto-draft' === $product->get_status() || $product->is_type( 'variation' ) ) {
			return null;
		}
		$is_public = 'publish' === $product->get_status() && '' === (string) $product->get_post_password();
		// A hidden product's page is there, but the shop leads nobody to it.
		$published   = 'hidden' === $product->get_catalog_visibility() ? 'no_longer' : 'yes';
		$description = '';
		foreach ( array( $product->get_short_description(), $product->get_description() ) as $html ) {
			$description = '' === $description ? self::plain( strip_shortcodes( $html ), 10000 ) : $description;
		}
		$labels = array_merge( array( $product->get_type() ), self::terms( $id, 'product_cat' ), self::terms( $id, 'product_tag' ) );
		return $head + array(
			'title'           => $title,
			'description'     => '' === $description ? null : $description,
			'image_url'       => self::image( $product ),
			'url'             => $is_public ? self::https( $product->get_permalink() ) : null,
			'gtin'            => array_filter( array( self::gtin( $product ) ) ),
			'sku'             => self::name( $product->get_sku() ),
			'brand'           => self::name( self::terms( $id, 'product_brand' )[0] ?? '' ),
			'of'              => self::original( $id ) === (int) $id ? null : self::PRODUCT . self::original( $id ),
			'published'       => $is_public ? $published : 'never',
			'reviews_allowed' => (bool) $product->get_reviews_allowed(),
			'labels'          => array_slice( array_values( array_unique( array_map( 'wc_strtolower', $labels ) ) ), 0, self::LIST_MAX ),
		);
	}

	/**
	 * The product of which this one is a translation; itself if it is none.
	 *
	 * @param int $id The product's number.
	 * @return int
	 */
	public static function original( $id ) {
		$original = apply_filters( 'wpml_original_element_id', null, $id, 'post_product' ); // phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WPML's.
		$original = $original || ! function_exists( 'pll_get_post' ) ? $original : pll_get_post( $id, pll_default_language() );
		return $original ? (int) $original : (int) $id;
	}

	private static function terms( $product, $taxonomy ) {
		$names = array();
		$terms = taxonomy_exists( $taxonomy ) ? get_the_terms( $product, $taxonomy ) : false;
		foreach ( is_array( $terms ) ? $terms : array() as $term ) {
			$names[] = self::plain( $term->name );
		}
		return array_values( array_filter( $names, 'strlen' ) );
	}

	private static function now() {
		return (int) floor( microtime( true ) * 1000 );
	}

	private static function instant( $date ) {
		return $date ? gmdate( self::INSTANT, $date->getTimestamp() ) : null;
	}

	private static function without_null( array $fields ) {
		return array_diff_key( $fields, array_filter( $fields, 'is_null' ) );
	}

	/** What WordPress stores as HTML, as a line of plain text. `<3` is no tag. */
	private static function plain( $html, $most = self::TEXT_MAX ) {
		$html = preg_replace( array( '~<(script|style)\b.*?</\1\s*>~is', '~<(br|/?(p|div|li|ul|ol|h\d|tr|td|table))\b[^>]*>~i' ), ' ', (string) $html );
		$text = html_entity_decode( wp_kses( (string) $html, array() ), ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		return trim( mb_substr( trim( (string) preg_replace( '/[\s\x{a0}\p{Cc}]+/u', ' ', $text ) ), 0, $most ) );
	}

	private static function name( $text ) {
		$name = trim( (string) $text );
		return '' === $name || mb_strlen( $name ) > 100 || preg_match( '/\p{Cc}/u', $name ) ? null : $name;
	}

	/** A barcode whose last digit is right. WooCommerce has the field since version 9.2, and takes anything for it. */
	private static function gtin( $product ) {
		$digits = method_exists( $product, 'get_global_unique_id' ) ? preg_replace( '/[\s-]/', '', (string) $product->get_global_unique_id() ) : '';
		if ( ! preg_match( '/^(\d{8}|\d{12,14})$/D', $digits ) ) {
			return null;
		}
		$sum = 0;
		foreach ( str_split( strrev( $digits ) ) as $place => $digit ) {
			$sum += (int) $digit * ( $place % 2 ? 3 : 1 );
		}
		return 0 === $sum % 10 ? $digits : null;
	}

	private static function image( $product ) {
		return self::https( (string) wp_get_attachment_image_url( (int) $product->get_image_id(), 'full' ) );
	}

	private static function https( $url ) {
		$url = self::ascii( (string) $url );
		return 0 === strpos( $url, 'https://' ) && strlen( $url ) <= 2048 ? $url : null;
	}

	/** An address with everything percent-encoded that is no visible letter of ASCII. */
	public static function ascii( $text ) {
		return preg_replace_callback( '/[^\x21-\x7e]+/', fn( $found ) => rawurlencode( $found[0] ), $text );
	}
}
