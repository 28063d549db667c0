export default () => <h1 tabIndex={-1}>units</h1>;
