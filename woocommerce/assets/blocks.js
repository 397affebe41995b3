// The blocks in the editor: a preview by the server, and the number of a product.
(function (wp) {
  var el = wp.element.createElement;
  afterwordBlocks.names.forEach(function (name) {
    wp.blocks.registerBlockType("afterword/" + name, {
      edit: function (props) {
        var number = el(wp.components.TextControl, {
          label: afterwordBlocks.product,
          type: "number",
          min: 0,
          value: props.attributes.product || "",
          onChange: function (value) {
            props.setAttributes({ product: parseInt(value, 10) || 0 });
          },
        });
        return el(
          "div",
          wp.blockEditor.useBlockProps(),
          "newest" !== name && el(wp.blockEditor.InspectorControls, null, el(wp.components.PanelBody, null, number)),
          el(wp.components.Disabled, null, el(wp.serverSideRender, { block: "afterword/" + name, attributes: props.attributes }))
        );
      },
      save: function () {
        return null;
      },
    });
  });
})(window.wp);
