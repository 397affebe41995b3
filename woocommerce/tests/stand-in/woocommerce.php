<?php
/**
 * Plugin Name: What stands in for WooCommerce
 *
 * The parts of WooCommerce and Action Scheduler that the plug-in and its stories use. No registry has WooCommerce itself; tests/run says how
 * to run the stories in a real one.
 *
 * @package Afterword
 */

add_action(
	'init',
	function () {
		register_post_type( 'product', array( 'public' => true, 'label' => 'Products', 'has_archive' => 'shop', 'supports' => array( 'title', 'comments' ) ) );
		register_post_type( 'product_variation', array( 'public' => false ) );
		register_post_type( 'shop_order', array( 'public' => false, 'capability_type' => 'shop_order', 'map_meta_cap' => true ) );
		// Orders are no posts here.
		add_filter( 'map_meta_cap', fn( $needed, $right, $user, $of ) => 'edit_post' === $right && wc_get_order( $of[0] ?? 0 ) ? array( 'edit_others_shop_orders' ) : $needed, 10, 4 );
		register_taxonomy( 'product_cat', 'product' );
		register_taxonomy( 'product_visibility', 'product' );
		register_taxonomy( 'product_tag', 'product' );
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
		do_action( 'action_scheduler_init' );
	}
);

$GLOBALS['wpdb']->wc_product_meta_lookup = $GLOBALS['wpdb']->prefix . 'wc_product_meta_lookup';

/** The numbers of a product's reviews are kept in three places. */
class WC_Comments {
	public static function clear_transients( $id ) {
		global $wpdb;
		$stars = $wpdb->get_col( $wpdb->prepare( "SELECT meta_value FROM $wpdb->commentmeta m JOIN $wpdb->comments c USING (comment_ID) WHERE meta_key = 'rating' AND comment_approved = '1' AND comment_post_ID = %d", $id ) );
		$mean  = $stars ? number_format( array_sum( $stars ) / count( $stars ), 2 ) : '0';
		update_post_meta( $id, '_wc_average_rating', $mean );
		update_post_meta( $id, '_wc_review_count', count( $stars ) );
		update_post_meta( $id, '_wc_rating_count', array_count_values( $stars ) );
		$wpdb->replace( $wpdb->wc_product_meta_lookup, array( 'product_id' => $id, 'average_rating' => $mean, 'rating_count' => count( $stars ) ) );
	}
}

function wc_get_rating_html( $average, $count ) {
	return $average > 0 ? '<div class="star-rating">' . $average . ' of ' . $count . '</div>' : '';
}

function woocommerce_comments( $comment ) {
	echo '<li>' . esc_html( $comment->comment_content );
}

/** Fields by name, which are read and set as in WooCommerce. */
class WC_Data {
	public $id     = 0;
	public $fields = array();
	public function __construct( $id = 0, $fields = array() ) {
		$this->id     = (int) $id;
		$this->fields = $fields;
	}
	public function __call( $name, $arguments ) {
		$field = substr( $name, 4 );
		if ( 0 === strpos( $name, 'set_' ) ) {
			$this->fields[ $field ] = $arguments[0];
		}
		return $this->fields[ $field ] ?? '';
	}
	public function get_id() {
		return $this->id;
	}
	public function get_meta( $key ) {
		return $this->fields['meta'][ $key ] ?? '';
	}
	public function meta_exists( $key ) {
		return isset( $this->fields['meta'][ $key ] );
	}
	public function update_meta_data( $key, $value ) {
		$this->fields['meta'][ $key ] = $value;
	}
	protected function store( $kind, $is_kept = true ) {
		$all = get_option( "stand_in_$kind", array() );
		if ( ! $this->id ) {
			$this->id = 500 + (int) get_option( 'stand_in_last', 0 );
			update_option( 'stand_in_last', $this->id - 499 );
		}
		$all[ $this->id ] = $this->fields;
		if ( ! $is_kept ) {
			unset( $all[ $this->id ] );
		}
		update_option( "stand_in_$kind", $all );
	}
}

class WC_DateTime extends DateTime {}

class WC_Product extends WC_Data {
	public function __construct( $id = 0 ) {
		parent::__construct( $id, (array) ( get_option( 'stand_in_products', array() )[ $id ] ?? array() ) );
	}
	public function get_average_rating() {
		return apply_filters( 'woocommerce_product_get_average_rating', (string) get_post_meta( $this->id, '_wc_average_rating', true ), $this );
	}
	public function get_review_count() {
		return apply_filters( 'woocommerce_product_get_review_count', (int) get_post_meta( $this->id, '_wc_review_count', true ), $this );
	}
	public function get_rating_counts() {
		return apply_filters( 'woocommerce_product_get_rating_counts', array_filter( (array) get_post_meta( $this->id, '_wc_rating_count', true ) ), $this );
	}
	public function get_reviews_allowed() {
		return comments_open( $this->id );
	}
	public function get_name() {
		return get_post( $this->id )->post_title;
	}
	public function get_status() {
		return get_post_status( $this->id );
	}
	public function get_post_password() {
		return get_post( $this->id )->post_password;
	}
	public function get_permalink() {
		return get_permalink( $this->id );
	}
	public function get_type() {
		return 'product_variation' === get_post_type( $this->id ) ? 'variation' : 'simple';
	}
	public function is_type( $type ) {
		return $type === $this->get_type();
	}
	public function needs_shipping() {
		return empty( $this->fields['virtual'] );
	}
	public function get_global_unique_id() {
		return $this->fields['global_unique_id'] ?? '';
	}
	public function get_attributes() {
		return (array) ( $this->fields['attributes'] ?? array() );
	}
	public function save() {
		$post = array( 'post_title' => $this->fields['name'] ?? '', 'post_status' => $this->fields['status'] ?? 'publish', 'comment_status' => 'open' );
		$post['post_type']   = $this instanceof WC_Product_Variation ? 'product_variation' : 'product';
		$post['post_parent'] = $this->fields['parent_id'] ?? 0;
		$this->id            = $this->id ? wp_update_post( $post + array( 'ID' => $this->id ) ) : wp_insert_post( $post );
		$this->store( 'products' );
		WC_Comments::clear_transients( $this->id );
		do_action( 'product' === $post['post_type'] ? 'woocommerce_update_product' : 'woocommerce_update_product_variation', $this->id );
		return $this->id;
	}
}
class WC_Product_Simple extends WC_Product {}
class WC_Product_Variable extends WC_Product {}
class WC_Product_Variation extends WC_Product {}
class WC_Product_Attribute extends WC_Data {}

function wc_get_product( $id ) {
	return in_array( get_post_type( $id ), array( 'product', 'product_variation' ), true ) ? new WC_Product( (int) $id ) : false;
}

class WC_Order_Item_Product extends WC_Data {
	public function get_product() {
		return wc_get_product( $this->get_variation_id() ? $this->get_variation_id() : $this->get_product_id() );
	}
}

class WC_Order extends WC_Data {
	public $type = 'shop_order';
	public function get_type() {
		return $this->type;
	}
	public function get_order_number() {
		return apply_filters( 'woocommerce_order_number', (string) $this->id, $this );
	}
	public function add_product( $product, $quantity = 1, $more = array() ) {
		$parent = $product->get_parent_id();
		$item   = array(
			'name'         => $parent ? wc_get_product( $parent )->get_name() . ' - ' . implode( ', ', $product->get_attributes() ) : $product->get_name(),
			'product_id'   => $parent ? $parent : $product->get_id(),
			'variation_id' => $parent ? $product->get_id() : 0,
			'quantity'     => $quantity,
			'total'        => (string) ( (float) $product->get_regular_price() * $quantity ),
		);
		$id     = 9000 + 10 * count( $this->fields['items'] ?? array() ) + $this->id;

		$this->fields['items'][ $id ] = $more + $item;
		return $id;
	}
	public function get_items() {
		$items = array();
		foreach ( $this->fields['items'] ?? array() as $id => $item ) {
			$items[ $id ] = new WC_Order_Item_Product( $id, $item );
		}
		return $items;
	}
	public function get_item( $id ) {
		return $this->get_items()[ $id ];
	}
	private function refunded( $item, $field ) {
		$sum = 0;
		foreach ( get_option( 'stand_in_refunds', array() ) as $refund ) {
			$sum += $refund['order_id'] === $this->id ? $refund['line_items'][ $item ][ $field ] ?? 0 : 0;
		}
		return $sum;
	}
	public function get_qty_refunded_for_item( $item ) {
		return -$this->refunded( $item, 'qty' );
	}
	public function get_total_refunded_for_item( $item ) {
		return $this->refunded( $item, 'refund_total' );
	}
	public function set_status( $status ) {
		$this->fields['status'] = $status;
		$now                    = new DateTime();
		if ( 'completed' === $status ) {
			$this->fields['date_completed'] = $now;
		}
		$paid = 'cod' === $this->get_payment_method() ? array( 'completed' ) : array( 'processing', 'completed' );
		if ( in_array( $status, $paid, true ) && ! $this->get_date_paid() ) {
			$this->fields['date_paid'] = $now;
		}
	}
	public function save() {
		$is_new = ! $this->id;

		$this->fields                 += array( 'status' => 'pending', 'currency' => 'EUR', 'date_created' => new DateTime() );
		$this->fields['date_modified'] = new DateTime();
		$this->store( 'orders' );
		do_action( $is_new ? 'woocommerce_new_order' : 'woocommerce_update_order', $this->id );
		return $this->id;
	}
	public function delete( $is_forced = false ) {
		do_action( $is_forced ? 'woocommerce_before_delete_order' : 'woocommerce_before_trash_order', $this->id, $this );
		$this->update_meta_data( '_wp_trash_meta_status', 'wc-' . $this->get_status() );
		$this->fields['status'] = 'trash';
		$this->store( 'orders', ! $is_forced );
		$is_forced || do_action( 'woocommerce_trash_order', $this->id );
	}
	public function untrash() {
		do_action( 'woocommerce_untrash_order', $this->id, $this->get_meta( '_wp_trash_meta_status' ) );
		$this->fields['status'] = substr( $this->get_meta( '_wp_trash_meta_status' ), 3 );
		$this->store( 'orders' );
	}
}

class WC_Order_Refund extends WC_Data {
	public function get_parent_id() {
		return $this->fields['order_id'];
	}
	public function delete( $is_forced ) {
		apply_filters( 'woocommerce_pre_delete_order_refund', null, $this, $is_forced );
		$this->store( 'refunds', false );
	}
	public function save() {
		$this->store( 'refunds' );
	}
}

function wc_create_order() {
	$order = new WC_Order();
	$order->save();
	return $order;
}

function wc_create_refund( $refund ) {
	$made = new WC_Order_Refund( 0, $refund );
	$made->save();
	do_action( 'woocommerce_order_refunded', $refund['order_id'], $made->id );
	return $made;
}

function wc_get_order( $id ) {
	$orders = get_option( 'stand_in_orders', array() );
	return isset( $orders[ $id ] ) ? new WC_Order( $id, $orders[ $id ] ) : false;
}

function wc_get_orders( $query ) {
	if ( isset( $query['billing_email'] ) ) {
		return array_keys( wp_list_filter( get_option( 'stand_in_orders', array() ), array( 'billing_email' => $query['billing_email'] ) ) );
	}
	$field = isset( $query['date_created'] ) ? 'date_created' : 'date_modified';
	$ids   = array();
	foreach ( get_option( 'stand_in_orders', array() ) as $id => $order ) {
		if ( in_array( 'wc-' . $order['status'], $query['status'], true ) && $order[ $field ]->getTimestamp() > (int) substr( $query[ $field ], 1 ) ) {
			$ids[] = $id;
		}
	}
	return $ids;
}

function wc_get_order_statuses() {
	return array_fill_keys( array( 'wc-pending', 'wc-processing', 'wc-on-hold', 'wc-completed', 'wc-cancelled', 'wc-refunded', 'wc-failed' ), '' );
}

function wc_strtolower( $text ) {
	return function_exists( 'mb_strtolower' ) ? mb_strtolower( $text ) : strtolower( $text );
}

function wc_get_logger() {
	return new class() {
		public function log( $level, $text, $context ) {
			file_put_contents( getenv( 'AFTERWORD_TESTS' ) . "/{$context['source']}.log", "$level $text\n", FILE_APPEND );
		}
		public function clear( $source ) {
			@unlink( getenv( 'AFTERWORD_TESTS' ) . "/$source.log" );
		}
	};
}

class WC_Data_Store {
	public static function load( $kind ) {
		throw new Exception( "no $kind" );
	}
}

function wc_get_page_id( $page ) {
	return (int) get_option( 'shop_page', -1 );
}

/** Action Scheduler: instants by a number, in an option. */
function as_schedule_single_action( $at, $hook ) {
	$actions = get_option( 'stand_in_actions', array() );
	update_option( 'stand_in_actions', array_merge( $actions, array( array( $hook, $at ) ) ) );
}
function as_get_scheduled_actions( $query, $format ) {
	return array_filter(
		get_option( 'stand_in_actions', array() ),
		function ( $action ) use ( $query ) {
			return $action[0] === $query['hook'] && ( ! isset( $query['date'] ) || $action[1] <= $query['date']->getTimestamp() );
		}
	);
}
function as_unschedule_all_actions( $hook ) {
	delete_option( 'stand_in_actions' );
}
function as_get_datetime_object( $at ) {
	return new DateTime( $at );
}
