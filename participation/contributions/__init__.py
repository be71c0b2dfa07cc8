"""What people give: rules, actions, forms and pages."""
