<?php
/**
 * What WooCommerce's webhooks leave out.
 *
 * @package Afterword
 */

defined( 'ABSPATH' ) || exit;

/**
 * WooCommerce calls when an order or a product goes into the trash, but not when it is deleted without the trash; and it does not call
 * when all products get another address. Then this plug-in makes WooCommerce's webhooks to Afterword deliver: with their secret, in the
 * background, and into WooCommerce's log, like all their calls.
 */
class Afterword_Calls {

	/** The option with the number of the last product whose new address is queued. Without it, no address has changed. */
	const MOVED = 'afterword_moved';

	/** The products whose address is told in one run of the cron. */
	const MOVED_AT_ONCE = 200;

	/** Orders that Afterword never heard of, or whose deletion WooCommerce told already. */
	const UNTOLD = array( 'auto-draft', 'draft', 'checkout-draft', 'trash', 'wc-checkout-draft', 'wc-trash' );

	public static function hook() {
		add_action( 'woocommerce_before_delete_order', array( __CLASS__, 'order_deleted' ), 10, 2 );
		add_action( 'before_delete_post', array( __CLASS__, 'post_deleted' ), 10, 2 );
		foreach ( array( 'permalink_structure', 'woocommerce_permalinks', 'home' ) as $option ) {
			add_action( "update_option_$option", array( __CLASS__, 'moved' ) );
		}
		add_action( Afterword_Answers::EVENT, array( __CLASS__, 'tell_moved' ) );
	}

	public static function order_deleted( $id, $order ) {
		if ( $order && 'shop_order' === $order->get_type() && ! in_array( $order->get_status(), self::UNTOLD, true ) ) {
			self::tell( 'order.deleted', array( (int) $id ) );
		}
	}

	/** Products are posts. Orders are, too, in shops with WooCommerce's old tables. */
	public static function post_deleted( $id, $post ) {
		$topics = array(
			'product'    => 'product.deleted',
			'shop_order' => 'order.deleted',
		);
		if ( isset( $topics[ $post->post_type ] ) && ! in_array( $post->post_status, self::UNTOLD, true ) ) {
			self::tell( $topics[ $post->post_type ], array( (int) $id ) );
		}
	}

	/** All products have other addresses now. */
	public static function moved() {
		update_option( self::MOVED, 0, false );
	}

	/** Tells the addresses of the next products, as if the shop had saved them. */
	public static function tell_moved() {
		global $wpdb;
		$last = get_option( self::MOVED, null );
		// WooCommerce disables a webhook after a few failures.
		if ( null === $last || ! Afterword_Answers::is_answering() ) {
			return;
		}
		$query = "SELECT ID FROM {$wpdb->posts} WHERE post_type = 'product' AND post_status = 'publish' AND ID > %d ORDER BY ID LIMIT %d";
		// phpcs:ignore WordPress.DB -- a list in the order of its numbers, which products that are added meanwhile do not shift.
		$products = array_map( 'intval', $wpdb->get_col( $wpdb->prepare( $query, (int) $last, self::MOVED_AT_ONCE ) ) );
		self::tell( 'product.updated', $products );
		$products ? update_option( self::MOVED, end( $products ), false ) : delete_option( self::MOVED );
	}

	/**
	 * Makes the webhooks to Afterword deliver.
	 *
	 * @param string $topic WooCommerce's name of what happened.
	 * @param int[]  $ids   The numbers of the orders or products.
	 */
	private static function tell( $topic, array $ids ) {
		foreach ( Afterword_Shop::webhooks() as $webhook ) {
			if ( $topic !== $webhook->get_topic() || 'active' !== $webhook->get_status() || ! Afterword_Shop::called_by( $webhook ) ) {
				continue;
			}
			foreach ( $ids as $id ) {
				// phpcs:ignore WordPress.NamingConventions.PrefixAllGlobals -- WooCommerce's queue.
				do_action( 'woocommerce_webhook_process_delivery', $webhook, $id );
			}
		}
	}
}
