<?php
/**
 * What WordPress' privacy tools say of Afterword.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * The plug-in itself keeps only numbers of orders and when they were told. What Afterword has, its shop answers for; and when WooCommerce
 * removes a buyer's data from an order, Afterword is told and erases it, too.
 */
class Afterword_Privacy {

	/** So many orders at once. */
	const AT_ONCE = 50;

	public static function hook() {
		add_action( 'admin_init', array( __CLASS__, 'add_policy' ) );
		add_filter( 'wp_privacy_personal_data_exporters', fn( $exporters ) => $exporters + array( 'afterword' => array( 'exporter_friendly_name' => 'Afterword', 'callback' => array( __CLASS__, 'export' ) ) ) );
		add_filter( 'wp_privacy_personal_data_erasers', fn( $erasers ) => $erasers + array( 'afterword' => array( 'eraser_friendly_name' => 'Afterword', 'callback' => array( __CLASS__, 'erase' ) ) ) );
	}

	/** A text for the shop's privacy policy. */
	public static function add_policy() {
		$sentences = array(
			__( 'We ask our customers for reviews with Afterword. For this, it gets from us the number, days and status of an order, the name and email address of its buyer, the country and language, and what was bought, and it sends the email with our question. You can object at any time; each email says how.', 'afterword' ),
			__( 'If you open a page with reviews, your browser loads a script, reviews and photos from Afterword\'s address. Nothing is stored in your browser.', 'afterword' ),
		);
		wp_add_privacy_policy_content( 'Afterword', '<p>' . implode( '</p><p>', array_map( 'esc_html', $sentences ) ) . '</p>' );
	}

	public static function export( $email, $page = 1 ) {
		$orders = self::orders( $email, $page );
		$items  = array();
		foreach ( Afterword_Outbox::told( $orders ) as $row ) {
			$items[] = array(
				'group_id'    => 'afterword',
				'group_label' => 'Afterword',
				'item_id'     => "afterword-{$row->number}",
				'data'        => array(
					array( 'name' => __( 'Order', 'afterword' ), 'value' => $row->number ),
					array( 'name' => __( 'Told to Afterword', 'afterword' ), 'value' => $row->confirmed ? wp_date( 'Y-m-d H:i', $row->confirmed ) : '–' ),
					array( 'name' => __( 'What Afterword has', 'afterword' ), 'value' => self::contact() ),
				),
			);
		}
		return array( 'data' => $items, 'done' => count( $orders ) < self::AT_ONCE );
	}

	/** Nothing here is of use without the order, which WooCommerce erases. */
	public static function erase( $email, $page = 1 ) {
		$orders = self::orders( $email, $page );
		$told   = Afterword_Outbox::told( $orders );
		return array(
			'items_removed'  => false,
			'items_retained' => (bool) $told,
			'messages'       => $told ? array( __( 'The numbers of orders stay, by which Afterword is told to erase what WooCommerce erases.', 'afterword' ) . ' ' . self::contact() ) : array(),
			'done'           => count( $orders ) < self::AT_ONCE,
		);
	}

	private static function orders( $email, $page ) {
		return Afterword_Connection::stored() && function_exists( 'wc_get_orders' ) ? wc_get_orders( array( 'billing_email' => $email, 'limit' => self::AT_ONCE, 'paged' => (int) $page, 'orderby' => 'ID', 'type' => 'shop_order', 'return' => 'ids' ) ) : array();
	}

	private static function contact() {
		/* translators: %s: an email address. */
		return sprintf( __( 'For reviews and emails with Afterword, ask %s.', 'afterword' ), get_option( 'woocommerce_email_from_address', get_option( 'admin_email' ) ) );
	}
}
