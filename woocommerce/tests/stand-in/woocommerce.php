<?php
/**
 * Plugin Name: What stands in for WooCommerce
 *
 * The parts of WooCommerce that the plug-in uses. No registry has WooCommerce itself.
 *
 * @package Afterword
 */

add_action(
	'init',
	function () {
		register_post_type( 'product', array( 'public' => true, 'label' => 'Products', 'has_archive' => 'shop', 'supports' => array( 'title', 'comments' ) ) );
		register_post_type( 'shop_order', array( 'public' => false ) );
		register_block_type( 'woocommerce/product-template', array( 'render_callback' => function ( $attributes, $content ) { return $content; } ) );
		register_block_type( 'woocommerce/product-reviews', array( 'render_callback' => function ( $attributes, $content ) { return $content; } ) );
		register_block_type(
			'woocommerce/product-rating',
			array(
				'uses_context'    => array( 'postId' ),
				'render_callback' => function ( $attributes, $content, $block ) {
					return '<i>' . wc_get_product( $block->context['postId'] )->get_average_rating() . '</i>';
				},
			)
		);
	}
);

class WC_Product {
	public $id;
	public function __construct( $id ) {
		$this->id = $id;
	}
	public function get_id() {
		return $this->id;
	}
	public function get_average_rating() {
		return apply_filters( 'woocommerce_product_get_average_rating', '2.00', $this );
	}
	public function get_review_count() {
		return apply_filters( 'woocommerce_product_get_review_count', 7, $this );
	}
	public function get_rating_counts() {
		return apply_filters( 'woocommerce_product_get_rating_counts', array( 2 => 7 ), $this );
	}
	public function get_reviews_allowed() {
		return comments_open( $this->id );
	}
}

function wc_get_product( $id ) {
	return new WC_Product( (int) $id );
}

class WC_Order {
	public $type;
	public $status;
	public function __construct( $type, $status ) {
		list( $this->type, $this->status ) = array( $type, $status );
	}
	public function get_type() {
		return $this->type;
	}
	public function get_status() {
		return $this->status;
	}
}

/** Webhooks are rows of the option `webhooks`: topic, status, address. */
class WC_Webhook {
	public $row;
	public function __construct( $row ) {
		$this->row = $row;
	}
	public function get_topic() {
		return $this->row[0];
	}
	public function get_status() {
		return $this->row[1];
	}
	public function get_delivery_url() {
		return $this->row[2];
	}
}

class WC_Data_Store {
	public static function load( $kind ) {
		return new self();
	}
	public function get_webhooks_ids() {
		return array_keys( get_option( 'webhooks', array() ) );
	}
}

function wc_get_webhook( $id ) {
	return new WC_Webhook( get_option( 'webhooks' )[ $id ] );
}

function wc_get_page_id( $page ) {
	return (int) get_option( 'shop_page', -1 );
}
